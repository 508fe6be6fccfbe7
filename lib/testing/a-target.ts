import { firstSnapshot } from '@/lib/domain/health/first-snapshot';
import type { ComponentStatus } from '@/lib/domain/health/health';
import type { HealthView, TargetSnapshot } from '@/lib/domain/health/target-snapshot';

export const noon = '2026-11-22T12:00:00.000Z';
export const noonMs = Date.parse(noon);

/** A target that was polled at noon every 5 s and answered with these components. */
export function aTarget(
  id: string,
  components: Record<string, ComponentStatus> = {},
  over: Partial<TargetSnapshot> = {},
): TargetSnapshot {
  return {
    ...firstSnapshot({ id, name: `API ${id}` }, 5_000, noon),
    status: 'ok',
    polledAt: noon,
    observedAt: noon,
    lastKnown: 'ok',
    latencyMs: 12,
    answersSince: noon,
    components: Object.entries(components).map(([key, status]) => ({ key, status, since: noon, changesAt: [] })),
    ...over,
  };
}

/** A target whose newest poll, at noon, failed; its last answer is a minute old. */
export function aSilentTarget(id: string, components: Record<string, ComponentStatus> = {}): TargetSnapshot {
  return aTarget(id, components, {
    status: 'unknown',
    observedAt: '2026-11-22T11:59:00.000Z',
    latencyMs: null,
    answersSince: null,
    message: 'connection refused',
  });
}

export function aHealthView(...targets: TargetSnapshot[]): HealthView {
  return { asOf: noon, targets };
}
