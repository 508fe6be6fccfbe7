import type { ComponentStatus } from './health';
import type { TargetSnapshot } from './target-snapshot';

// Clocks differ a little; a value from further ahead was taken before a clock was set back, and its age is not known.
const toleratedSkewMs = 10_000;

/** Rule H20 (promise P1): a value older than twice its interval is stale. `nowMs` is epoch milliseconds. */
export function isStale(target: TargetSnapshot, nowMs: number): boolean {
  if (target.polledAt === null) return true;
  const ageMs = nowMs - Date.parse(target.polledAt);
  return ageMs > 2 * target.intervalMs || ageMs < -toleratedSkewMs;
}

/** Rule H21: true when the target's values may be shown as current: its newest poll got an answer, and is fresh. */
export function isCurrent(target: TargetSnapshot, nowMs: number): boolean {
  return !isStale(target, nowMs) && target.observedAt !== null && target.polledAt === target.observedAt;
}

/** What may be shown for the target as a whole: never a value that is not current. */
export function shownStatus(target: TargetSnapshot, nowMs: number): ComponentStatus {
  return isStale(target, nowMs) ? 'unknown' : target.status;
}

/** Since when we do not know: the last readable answer, ISO UTC; null when there never was one or we do know. */
export function unknownSince(target: TargetSnapshot, nowMs: number): string | null {
  return isCurrent(target, nowMs) ? null : target.observedAt;
}

// A page or a poller that was held up for a moment is no platform that is gone.
const lostAfterIntervals = 4;

/** Why a target that is not current says nothing: it was asked in vain, or nothing new came of it, or not for long. */
export type Silence = 'no_answer' | 'stale' | 'lost';

/** Rule H30: only a target that was just asked in vain "does not answer"; of one that is stale, nobody here knows. */
export function silenceOf(target: TargetSnapshot, nowMs: number): Silence | null {
  if (isCurrent(target, nowMs)) return null;
  if (!isStale(target, nowMs)) return 'no_answer';
  const ageMs = target.polledAt === null ? 0 : nowMs - Date.parse(target.polledAt);
  return ageMs > lostAfterIntervals * target.intervalMs ? 'lost' : 'stale';
}
