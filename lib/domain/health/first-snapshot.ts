import type { TargetSnapshot } from './target-snapshot';

/** A target before its first poll: nothing is known. */
export function firstSnapshot(
  target: { id: string; name: string; standIn?: boolean | undefined; self?: boolean | undefined },
  intervalMs: number,
  at: string,
): TargetSnapshot {
  return {
    id: target.id,
    name: target.name,
    standIn: target.standIn ?? false,
    self: target.self ?? false,
    intervalMs,
    status: 'unknown',
    since: at,
    polledAt: null,
    observedAt: null,
    lastKnown: null,
    latencyMs: null,
    changesAt: [],
    answersSince: null,
    answerChangesAt: [],
    components: [],
  };
}
