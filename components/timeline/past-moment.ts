const DAY_MS = 86_400_000;

/**
 * The last moment at which UTC clocks showed `clock` ("23:50"), as ISO UTC: shortly after midnight that was yesterday.
 * Null for what is no time.
 */
export function pastMoment(clock: string, nowMs: number): string | null {
  const [, hours = '', minutes = '', seconds = '0'] = /^(\d\d):(\d\d)(?::(\d\d))?/.exec(clock) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const midnight = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const ms = midnight + (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return new Date(ms > nowMs ? ms - DAY_MS : ms).toISOString();
}
