import { namesDependency } from './classify-key';
import { splitKey } from './fold-words';
import type { ComponentStatus } from './health';
import { BREAKING_WORDS, DEGRADING_WORDS, SET_UP_KEYS, SETTING_WORDS } from './vocabulary/keys';

/** What a true or false says: the state of a component, a hint about the whole, or nothing about health. */
export type FlagReading = { kind: 'component' | 'hint'; status: ComponentStatus } | { kind: 'setting' };

function severityOf(words: readonly string[]): ComponentStatus | null {
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''}${word}`);
  const all = [...words, ...pairs];
  if (all.some((word) => BREAKING_WORDS.has(word))) return 'down';
  return all.some((word) => DEGRADING_WORDS.has(word)) ? 'degraded' : null;
}

/**
 * Reads a boolean by its key: `sealed:false` and `timed_out:false` are good news, `installed:true` too, `debug:false` is a setting,
 * and `redis:false` is a component that is down.
 */
export function readFlag(key: string, value: boolean): FlagReading {
  const words = splitKey(key);
  if (SET_UP_KEYS.has(words.join(''))) return { kind: 'hint', status: value ? 'ok' : 'down' };
  const severity = severityOf(words);
  if (severity) return { kind: 'hint', status: value ? severity : 'ok' };
  const isRoleQuestion = words[0] === 'is' && !namesDependency(key);
  if (isRoleQuestion || words.some((word) => SETTING_WORDS.has(word))) return { kind: 'setting' };
  return { kind: 'component', status: value ? 'ok' : 'down' };
}
