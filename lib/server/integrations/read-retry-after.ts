import 'server-only';
import { now } from '../kernel/clock';

const longestMs = 3_600_000;

/** `Retry-After` as milliseconds from now: seconds or a date, at most an hour; null when there is none that makes sense. */
export function readRetryAfter(header: string | undefined): number | null {
  if (!header) return null;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now().getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestMs);
}
