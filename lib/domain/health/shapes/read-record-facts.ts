import { isTimeKey, readLatencyKey } from '../classify-key';
import { joinMessages } from '../clean-message';
import type { Finding } from '../findings';
import { joinKey, splitKey } from '../fold-words';
import { isRecord, isText, type JsonRecord } from '../json-value';
import { type DurationReading, msPerUnit, readDuration } from '../read-duration';
import { readStatusWord } from '../read-status-word';
import { laterTime, readTime } from '../read-time';
import { ERROR_TEXT_KEYS, MESSAGE_TEXT_KEYS } from '../vocabulary/keys';

const INNER_KEYS = new Set('details detail data meta info metadata metrics value result'.split(' '));
const MOST_ERRORS = 2;

/** Everything about a record except its status. */
export type RecordFacts = Omit<Finding, 'status'>;

function textsOf(value: unknown): string[] {
  if (isText(value)) return readStatusWord(value) === 'ok' ? [] : [value];
  if (Array.isArray(value))
    return value.slice(0, 3).flatMap((item) => (isRecord(item) ? textOfObject(item) : isText(item) ? [item] : []));
  return isRecord(value) ? textOfObject(value) : [];
}

function textOfObject(value: JsonRecord): string[] {
  const entries = Object.entries(value);
  const named = entries.find(
    ([key, text]) =>
      isText(text) && ['message', 'msg', 'reason', 'detail', 'description', 'error'].includes(joinKey(key)),
  );
  return named && isText(named[1]) ? [named[1]] : [];
}

function textsUnder(record: JsonRecord, wanted: ReadonlySet<string>, most: number): string[] {
  const byKey = new Map(Object.entries(record).map(([key, value]) => [joinKey(key), value]));
  return [...wanted].flatMap((key) => (byKey.has(key) ? textsOf(byKey.get(key)) : [])).slice(0, most);
}

/** The texts that say why: at most two errors, then one message. */
export function readTexts(record: JsonRecord): string[] {
  return [...textsUnder(record, ERROR_TEXT_KEYS, MOST_ERRORS), ...textsUnder(record, MESSAGE_TEXT_KEYS, 1)];
}

/** The latest time the record gives for its own observation, ISO UTC. */
export function readObservedAt(record: JsonRecord): string | undefined {
  let latest: string | undefined;
  for (const [key, value] of Object.entries(record)) {
    if (isTimeKey(key)) latest = laterTime(latest, readTime(value) ?? undefined);
  }
  return latest;
}

/** IETF `observedValue`; an uptime is no latency, whatever its unit. */
function readObservedValue(record: JsonRecord, name: string): DurationReading | null {
  const unit = isText(record.observedUnit) ? record.observedUnit : null;
  if (typeof record.observedValue !== 'number') return null;
  const metric = name.includes(':') ? name.slice(name.lastIndexOf(':') + 1) : '';
  const isLatency = metric !== '' && readLatencyKey(metric) !== null;
  if (!isLatency && metric !== '') return null;
  if (unit === null) return isLatency ? readDuration(record.observedValue, 'ms') : null;
  return msPerUnit(unit) === null ? null : readDuration(record.observedValue, unit);
}

function readOwnDuration(record: JsonRecord): DurationReading | null {
  let aside: DurationReading | null = null;
  for (const [key, value] of Object.entries(record)) {
    const latency = readLatencyKey(key);
    if (latency) {
      const duration = readDuration(value, latency.unit);
      if (duration && latency.about === '') return duration;
      aside ??= duration;
    } else if (
      isText(value) &&
      splitKey(key).join('') === 'time' &&
      /[a-zµμ]$/i.test(value) &&
      readTime(value) === null
    ) {
      aside ??= readDuration(value, null);
    }
  }
  return aside;
}

function readDurationOf(record: JsonRecord, name: string): DurationReading | null {
  return readOwnDuration(record) ?? readObservedValue(record, name);
}

/** Reads latency, reason and observation time of a record called `name`; what it lacks is looked for in its `details`, `data` or `meta`. */
export function readRecordFacts(record: JsonRecord, name: string): RecordFacts {
  const inner = Object.entries(record).flatMap(([key, value]) =>
    INNER_KEYS.has(joinKey(key)) && isRecord(value) ? [value] : [],
  );
  const sources = [record, ...inner.slice(0, 4)];
  const duration = sources.map((source) => readDurationOf(source, name)).find((found) => found !== null);
  const texts = sources.map(readTexts).find((found) => found.length > 0);
  const observedAt = sources.map(readObservedAt).find((found) => found !== undefined);
  const message = joinMessages(texts ?? []);
  return { ...(duration && { duration }), ...(message !== '' && { message }), ...(observedAt && { observedAt }) };
}
