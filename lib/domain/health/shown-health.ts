import type { ComponentStatus } from './health';
import { isCurrent, isStale, shownStatus } from './staleness';
import type { ComponentSnapshot, HealthView, TargetSnapshot } from './target-snapshot';
import { worstStatus } from './worst-status';

/** Health as the HTTP contract tells it (design §7): only what may be shown now, never a stale value as current. */
export function shownHealth(view: HealthView, nowMs: number, serviceOf: (key: string) => string | null) {
  const targets = view.targets.map((target) => shownTarget(target, nowMs, serviceOf));
  const overall = worstStatus(targets.map((target) => target.status));
  return { asOf: view.asOf, overall, targets };
}

function shownTarget(target: TargetSnapshot, nowMs: number, serviceOf: (key: string) => string | null) {
  const current = isCurrent(target, nowMs);
  return {
    id: target.id,
    name: target.name,
    standIn: target.standIn,
    status: shownStatus(target, nowMs),
    stale: isStale(target, nowMs),
    since: target.since,
    observedAt: target.observedAt,
    latencyMs: target.latencyMs,
    ...optional('message', target.message),
    components: target.components.map((component) => shownComponent(component, current, serviceOf)),
  };
}

function shownComponent(
  component: ComponentSnapshot,
  isCurrentNow: boolean,
  serviceOf: (key: string) => string | null,
) {
  const status: ComponentStatus = isCurrentNow ? component.status : 'unknown';
  const { key, since } = component;
  return {
    ...{ key, name: key, serviceId: serviceOf(key), status, since },
    ...optional('latencyMs', component.latencyMs),
    ...optional('message', component.message),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [name in K]?: V };
}
