import { classifyKey, readLatencyKey } from '../classify-key';
import { splitKey } from '../fold-words';
import type { ComponentStatus } from '../health';
import { isText, type JsonRecord } from '../json-value';
import { isAmbiguousWord, readStatusWord } from '../read-status-word';

/** True for objects and lists. */
export function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** True when a member is a component by its looks: a plain name with a yes, a no or a status word. */
export function isComponentText(key: string, value: unknown): boolean {
  return (
    classifyKey(key) === 'plain' && (typeof value === 'boolean' || (isText(value) && readStatusWord(value) !== null))
  );
}

/** True when one of the members is a container of checks that is not empty. */
export function holdsChecks(record: JsonRecord): boolean {
  return Object.entries(record).some(
    ([key, value]) => isHolder(value) && Object.keys(value).length > 0 && classifyKey(key) === 'checks',
  );
}

/** `{"dns":"OK","goroutines":"too many"}`: nothing but names and words, one of them surely a status, is a container without a name. */
export function isPlainMap(record: JsonRecord): boolean {
  const entries = Object.entries(record);
  const isPlain = entries.every(([key, value]) => classifyKey(key) === 'plain' && isText(value));
  const isSure = ([, value]: [string, unknown]) =>
    isText(value) && !isAmbiguousWord(value) && readStatusWord(value) !== null;
  return isPlain && entries.length > 1 && entries.some(isSure);
}

/** Memory, disk, pools: numbers without a judgement are no component. */
export function isOnlyFigures(record: JsonRecord): boolean {
  return Object.entries(record).every(([key, value]) => typeof value === 'number' && readLatencyKey(key) === null);
}

const STATUS_LISTS = new Set(
  'healthy unhealthy up down ok available unavailable passing passed degraded failed failing'.split(' '),
);
const LISTED_THINGS = new Set('components services checks dependencies nodes hosts'.split(' '));

/** The status that a list of names stands for: `healthy: ["db"]`, `failed_components: ["mail"]`; null for other lists. */
export function readListStatus(key: string): ComponentStatus | null {
  const [first = '', second, ...more] = splitKey(key);
  const isList = STATUS_LISTS.has(first) && more.length === 0 && (second === undefined || LISTED_THINGS.has(second));
  return isList ? readStatusWord(first) : null;
}
