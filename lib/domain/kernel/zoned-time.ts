const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(zone, format);
  return format;
}

/** The wall clock of a zone (IANA name) at a moment, as if it were UTC; epoch milliseconds, whole seconds. */
export function wallClockMs(ms: number, zone: string): number {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The moment at which a zone's wall clock shows this (given as if it were UTC). A time that a clock change leaves out
 * moves on by the gap; one that comes twice is the first of the two.
 */
export function momentOfWallClock(wallMs: number, zone: string): number {
  const offsets = [wallMs - dayMs, wallMs + dayMs].map((near) => wallClockMs(near, zone) - near);
  const candidates = [...new Set(offsets)].map((offset) => wallMs - offset).sort((a, b) => a - b);
  const exact = candidates.find((ms) => wallClockMs(ms, zone) === wallMs);
  return exact ?? wallMs - Math.min(...offsets);
}

/** The calendar day in a zone, `YYYY-MM-DD`. */
export function zonedDay(ms: number, zone: string): string {
  return new Date(wallClockMs(ms, zone)).toISOString().slice(0, 10);
}
