import type { ComponentStatus } from './health';
import type { TargetSnapshot } from './target-snapshot';

/** Rule H20 (promise P1): a value older than twice its interval is stale. `nowMs` is epoch milliseconds. */
export function isStale(target: TargetSnapshot, nowMs: number): boolean {
  return target.polledAt === null || nowMs - Date.parse(target.polledAt) > 2 * target.intervalMs;
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
