const DAY_MS = 86_400_000;

/** The next moment at which UTC clocks show `clock` ("03:30"), as ISO UTC: tomorrow when it has passed today. Null for no time. */
export function comingMoment(clock: string, nowMs: number): string | null {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  const ms = Math.floor(nowMs / DAY_MS) * DAY_MS + (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(ms <= nowMs ? ms + DAY_MS : ms).toISOString();
}
