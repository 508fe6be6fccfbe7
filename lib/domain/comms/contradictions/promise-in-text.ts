import { wallClockMs } from '../../kernel/zoned-time';

const minuteMs = 60_000;
const halfDayMs = 12 * 3_600_000;
const promise =
  /(\b(?:next (?:update|word)|prochaine? (?:mise à jour|point|information|nouvelles?))\b[^.\n]{0,60}?\b)(\d{1,2})([:h])(\d{2})\b(\s*UTC\b)?/iu;
const isoDay = /\d{4}-\d{2}-\d{2}/;

/** The next update that a text promises. */
export interface TextPromise {
  /** As it stands there: `10:20`. */
  clock: string;
  /** The moment that is meant, ISO UTC: the one of that time of day nearest to now. */
  at: string;
}

/** By when the text promises the next update; null when it says no time. Without `UTC` it is the time of `zone`. */
export function readPromise(text: string, zone: string, nowMs: number): TextPromise | null {
  const match = promise.exec(text);
  if (!match) return null;
  const [, , hours = '', , minutes = '', utc] = match;
  const wholeMs = Math.floor(nowMs / minuteMs) * minuteMs;
  const offsetMs = utc ? 0 : wallClockMs(wholeMs, zone) - wholeMs;
  const today = Math.floor((nowMs + offsetMs) / 86_400_000) * 86_400_000;
  const near = today + (Number(hours) * 60 + Number(minutes)) * minuteMs - offsetMs;
  const atMs = near - nowMs > halfDayMs ? near - 2 * halfDayMs : nowMs - near > halfDayMs ? near + 2 * halfDayMs : near;
  return { clock: `${hours.padStart(2, '0')}:${minutes}`, at: new Date(atMs).toISOString() };
}

/** The text with another time (ISO UTC) in the place of the one it promises, written the way it stood there. */
export function writePromise(text: string, zone: string, at: string): string {
  return text.replace(promise, (_, before: string, _hours, joint: string, _minutes, utc: string | undefined) => {
    const atMs = Date.parse(at);
    const local = new Date(utc ? atMs : wallClockMs(atMs, zone)).toISOString();
    const day = before.replace(isoDay, local.slice(0, 10));
    return `${day}${local.slice(11, 13)}${joint}${local.slice(14, 16)}${utc ?? ''}`;
  });
}
