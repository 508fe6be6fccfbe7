import { joinKey, splitKey } from './fold-words';
import { msPerUnit } from './read-duration';
import * as keys from './vocabulary/keys';

/** What a key of the answer's outermost object, or of a group in it, is for. */
export type KeyRole =
  | 'verdict'
  | 'checks'
  | 'details'
  | 'envelope'
  | 'problems'
  | 'never'
  | 'text'
  | 'time'
  | 'latency'
  | 'descriptor'
  | 'plain';

const ROLES: readonly [KeyRole, ReadonlySet<string>][] = [
  ['verdict', keys.STATUS_KEYS],
  ['verdict', keys.YES_KEYS],
  ['verdict', keys.STATE_KEYS],
  ['verdict', keys.REQUEST_KEYS],
  ['checks', keys.CHECKS_KEYS],
  ['details', keys.DETAILS_KEYS],
  ['envelope', keys.ENVELOPE_KEYS],
  ['problems', keys.PROBLEM_KEYS],
  ['never', keys.NEVER_KEYS],
  ['text', keys.ERROR_TEXT_KEYS],
  ['text', keys.MESSAGE_TEXT_KEYS],
  ['descriptor', keys.DESCRIPTOR_KEYS],
];

/** Sorts a key by its words alone; what it holds decides the rest. */
export function classifyKey(key: string): KeyRole {
  const joined = joinKey(key);
  const ending = splitKey(key).at(-1) ?? '';
  if (keys.NEVER_ENDINGS.has(ending)) return 'never';
  for (const [role, set] of ROLES) if (set.has(joined)) return role;
  if (keys.CHECKS_ENDINGS.has(ending)) return 'checks';
  if (isTimeKey(key)) return 'time';
  if (readLatencyKey(key)) return 'latency';
  return hasDescriptorEnding(key) ? 'descriptor' : 'plain';
}

function hasDescriptorEnding(key: string): boolean {
  const words = splitKey(key);
  return words.length > 1 && keys.DESCRIPTOR_ENDINGS.has(words.at(-1) ?? '');
}

/** True for keys that hold the moment of observation (`checked_at`, `horodatage`, `latest_scheduler_heartbeat`); not for changes or starts. */
export function isTimeKey(key: string): boolean {
  const words = splitKey(key);
  return keys.TIME_KEYS.has(words.join('')) || (words.length > 1 && words.at(-1) === 'heartbeat');
}

/** A latency key taken apart: `database_response_time_us` is about "database", in "us". */
export interface LatencyKey {
  /** Joined words before the name of the duration; empty when the record itself is meant. */
  about: string;
  unit: string | null;
}

/** Recognises `latency`, `responseTimeMs`, `db_latency_ms` …; null for statistics, limits, uptimes and all other keys. */
export function readLatencyKey(key: string): LatencyKey | null {
  const words = splitKey(key);
  if (words.length === 0 || words.some((word) => keys.STATISTIC_WORDS.has(word))) return null;
  const last = words.at(-1) ?? '';
  const unit = words.length > 1 && msPerUnit(last) !== null ? last : null;
  const named = unit === null ? words : words.slice(0, -1);
  if (unit !== null && named.join('') === 'time') return { about: '', unit };
  if (words.length === 1 && last === 'ms') return { about: '', unit: 'ms' };
  for (let length = Math.min(3, named.length); length > 0; length--) {
    const name = named.slice(named.length - length).join('');
    if (keys.LATENCY_NAMES.has(name)) return { about: named.slice(0, named.length - length).join(''), unit };
  }
  return null;
}

/** True when one of the key's words names something a platform depends on ("db", "file_messages"). */
export function namesDependency(key: string): boolean {
  return splitKey(key).some((word) => keys.DEPENDENCY_WORDS.has(word));
}

/** True when one of the key's words rather names than judges ("service", "model"). */
export function namesIdentity(key: string): boolean {
  return splitKey(key).some((word) => keys.IDENTITY_WORDS.has(word));
}

/** What the key asks about, joined, when its last word only asks: `redis_available` → "redis"; null otherwise. */
export function askedAbout(key: string): string | null {
  const words = splitKey(key);
  return words.length > 1 && keys.QUESTION_ENDINGS.has(words.at(-1) ?? '') ? words.slice(0, -1).join('') : null;
}
