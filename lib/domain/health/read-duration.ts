import { isRecord } from './json-value';

/** How long a check took, before we know whether a bare integer meant milliseconds or Go's nanoseconds. */
export interface DurationReading {
  ms: number;
  /** True for an integer without any unit: `settleBareDurations` decides. */
  isBare: boolean;
}

const MS_PER_UNIT = new Map<string, number>(
  Object.entries({
    ns: 1e-6,
    nano: 1e-6,
    nanos: 1e-6,
    nanosecond: 1e-6,
    nanoseconds: 1e-6,
    nsec: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    micro: 1e-3,
    micros: 1e-3,
    microsecond: 1e-3,
    microseconds: 1e-3,
    usec: 1e-3,
    ms: 1,
    msec: 1,
    msecs: 1,
    milli: 1,
    millis: 1,
    millisecond: 1,
    milliseconds: 1,
    millisec: 1,
    s: 1e3,
    sec: 1e3,
    secs: 1e3,
    second: 1e3,
    seconds: 1e3,
    seconde: 1e3,
    secondes: 1e3,
    sekunde: 1e3,
    sekunden: 1e3,
    m: 6e4,
    min: 6e4,
    mins: 6e4,
    minute: 6e4,
    minutes: 6e4,
    h: 36e5,
    hour: 36e5,
    hours: 36e5,
  }),
);
const LONGEST_MS = 24 * 3_600_000;
/** No health check runs for longer than this, so a bare integer beyond it must be nanoseconds. */
const LONGEST_BARE_MS = 120_000;

function plausible(ms: number, isBare = false): DurationReading | null {
  if (!Number.isFinite(ms) || ms < 0) return null;
  return isBare || ms <= LONGEST_MS ? { ms, isBare } : null;
}

/** Milliseconds in one of the unit, or null when the word is no unit of time. */
export function msPerUnit(unit: string): number | null {
  return MS_PER_UNIT.get(unit.trim().toLowerCase()) ?? null;
}

/** .NET TimeSpan, `[d.]hh:mm:ss[.fffffff]`. */
function readTimeSpan(text: string): DurationReading | null {
  const parts = /^(?:(\d{1,4})\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d{1,9})?)$/.exec(text);
  if (!parts) return null;
  const [, days, hours, minutes, seconds] = parts;
  const ms = Number(days ?? 0) * 864e5 + Number(hours) * 36e5 + Number(minutes) * 6e4 + Number(seconds) * 1e3;
  return plausible(ms);
}

/** "12ms", "1.2 s", Go's "1m30.5s", ISO 8601 "PT0.05S". */
function readUnits(text: string): DurationReading | null {
  const rest = text.replace(/^PT/i, '').replace(/^[<~≈]\s?/, '');
  const term = /(\d{1,18}(?:[.,]\d{1,18})?)\s?([a-zµμ]{1,12})\s?/giy;
  let ms = 0;
  let at = 0;
  for (let part = term.exec(rest); part; part = term.exec(rest)) {
    const factor = msPerUnit(part[2] ?? '');
    if (factor === null) return null;
    ms += Number((part[1] ?? '').replace(',', '.')) * factor;
    at = term.lastIndex;
  }
  return at > 0 && at === rest.length ? plausible(ms) : null;
}

/**
 * Reads a duration in milliseconds. `unitInKey` is the unit the key named (`latency_ms` → "ms"); it counts for plain numbers.
 * Strings carry their own units; `{secs,nanos}` and `{value,unit}` are understood. Negative, endless and absurd values are null.
 */
export function readDuration(value: unknown, unitInKey: string | null): DurationReading | null {
  if (typeof value === 'number') {
    const factor = unitInKey === null ? null : msPerUnit(unitInKey);
    if (factor !== null) return plausible(value * factor);
    return plausible(value, Number.isInteger(value));
  }
  if (typeof value === 'string') {
    const text = value.trim().slice(0, 60);
    if (/^\d{1,18}(?:\.\d{1,18})?$/.test(text)) return readDuration(Number(text), unitInKey);
    return readTimeSpan(text) ?? readUnits(text);
  }
  if (!isRecord(value)) return null;
  if (typeof value.unit === 'string') return readDuration(value.value, value.unit);
  const seconds = value.secs ?? value.seconds;
  const nanos = value.nanos ?? value.nanoseconds ?? 0;
  if (typeof seconds !== 'number' || typeof nanos !== 'number') return null;
  return plausible(seconds * 1e3 + nanos / 1e6);
}

/** True when one of the bare integers of an answer is too large for milliseconds: then all of them are Go nanoseconds. */
export function areBareDurationsNanoseconds(readings: readonly DurationReading[]): boolean {
  return readings.some((reading) => reading.isBare && reading.ms > LONGEST_BARE_MS);
}
