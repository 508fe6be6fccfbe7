const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "03:09" or "03:09:41", in UTC. */
export function utcClock(ms: number, seconds = false): string {
  return new Date(ms).toISOString().slice(11, seconds ? 19 : 16);
}

/** "22 Nov", with the year when it is not the year of `nowMs`; in UTC. */
export function utcDay(ms: number, nowMs: number = ms): string {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return year === new Date(nowMs).getUTCFullYear() ? day : `${day} ${year}`;
}

/** "Sun 22 Nov 2026", in UTC. */
export function utcLongDay(ms: number): string {
  const date = new Date(ms);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** True when both moments lie on the same day in UTC. */
export function isSameUtcDay(a: number, b: number): boolean {
  return Math.floor(a / DAY_MS) === Math.floor(b / DAY_MS);
}

/** "42 s", "5 min", "3 h", "6 d". Below zero counts as zero: clocks differ. */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** "00:05:12", and "2 d 00:05:12" after a day. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const days = Math.floor(seconds / 86_400);
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return days > 0 ? `${days} d ${clock}` : clock;
}

let localFormat: Intl.DateTimeFormat | undefined;

/** The full local time of whoever looks, for a title. Browser only: the server does not know where that is. */
export function localWords(ms: number): string {
  localFormat ??= new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  return localFormat.format(ms);
}

let localClockFormat: Intl.DateTimeFormat | undefined;

/** "04:09:41" where the reader is. Browser only. */
export function localClock(ms: number): string {
  localClockFormat ??= new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return localClockFormat.format(ms);
}
