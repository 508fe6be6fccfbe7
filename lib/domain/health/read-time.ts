import { isRecord } from './json-value';

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const DATE_TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?/i;

function toIso(epochMs: number): string | null {
  return epochMs >= EARLIEST && epochMs < LATEST ? new Date(Math.trunc(epochMs)).toISOString() : null;
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by size. */
function readEpoch(value: number): string | null {
  if (!(value > 1e8)) return null;
  if (value < 1e11) return toIso(Math.round(value * 1000));
  if (value < 1e14) return toIso(value);
  return toIso(value < 1e17 ? value / 1e3 : value / 1e6);
}

function offsetMinutes(zone: string): number {
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || '0');
  return zone.startsWith('-') ? -minutes : minutes;
}

function readDateText(text: string): string | null {
  const parts = DATE_TIME.exec(text);
  if (!parts) return /\b\d{4}\b.*(?:GMT|UTC|[+-]\d{4})/.test(text) ? toIso(Date.parse(text)) : null;
  const [, year, month, day, hour, minute, second, fraction, zone] = parts;
  const ms = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
    ms,
  );
  const hasOffset = zone?.startsWith('+') || zone?.startsWith('-');
  return toIso(hasOffset && zone ? local - offsetMinutes(zone) * 60_000 : local);
}

/**
 * Reads a moment as ISO UTC (millisecond precision): ISO dates with any offset, RFC 1123, epochs in s, ms, µs or ns, and the objects
 * of Rust, protobuf and MongoDB. A date without a zone is taken for UTC. Null for anything else, also outside 1990 to 2100.
 */
export function readTime(value: unknown): string | null {
  if (typeof value === 'number') return readEpoch(value);
  if (typeof value === 'string') {
    const text = value.trim().slice(0, 64);
    return /^\d{9,19}(?:\.\d{1,9})?$/.test(text) ? readEpoch(Number(text)) : readDateText(text);
  }
  if (!isRecord(value)) return null;
  const seconds = value.secs_since_epoch ?? value.seconds ?? value.$date;
  return typeof seconds === 'object' ? null : readTime(seconds);
}

/** The later of two ISO times; either may be missing. */
export function laterTime(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
