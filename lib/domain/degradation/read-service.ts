import { isCurrent, silenceOf, unknownSince } from '../health/staleness';
import type { TargetSnapshot } from '../health/target-snapshot';
import type { InstanceReading } from './matrix';
import type { MatrixService } from './matrix-catalogue';
import { serviceKey } from './service-key';

/** What each target says of a service, with the changes behind it. */
export interface ServiceReading extends InstanceReading {
  changesAt: readonly string[];
}

/** Rule D1: what every target that speaks of the service says now; a target that is not current says unknown. */
export function readService(
  service: Pick<MatrixService, 'instances' | 'healthKeys'>,
  targets: readonly TargetSnapshot[],
  nowMs: number,
): ServiceReading[] {
  if (service.instances.length > 0) {
    return targets
      .filter((target) => service.instances.includes(target.id))
      .map((target) => readInstance(target, nowMs));
  }
  const keys = new Set(service.healthKeys.map(serviceKey));
  return targets.flatMap((target) => readComponent(target, keys, nowMs));
}

/** Rule D2: an instance that answers is ok, whatever its dependencies do; those have rows of their own. */
function readInstance(target: TargetSnapshot, nowMs: number): ServiceReading {
  const base = { targetId: target.id, targetName: target.name, component: '', changesAt: target.answerChangesAt };
  if (!isCurrent(target, nowMs)) return { ...base, ...silent(target, nowMs) };
  const isBroken = target.status === 'down' && target.components.length === 0;
  return isBroken
    ? { ...base, changesAt: target.changesAt, status: 'down', since: target.since }
    : { ...base, status: 'ok', since: target.answersSince };
}

function readComponent(target: TargetSnapshot, keys: ReadonlySet<string>, nowMs: number): ServiceReading[] {
  return target.components
    .filter((component) => keys.has(serviceKey(component.key)))
    .map((component) => {
      const base = {
        targetId: target.id,
        targetName: target.name,
        component: component.key,
        changesAt: component.changesAt,
      };
      if (!isCurrent(target, nowMs)) return { ...base, ...silent(target, nowMs) };
      const { status, since, message } = component;
      return { ...base, status, since, ...(message === undefined ? {} : { message }) };
    });
}

function silent(
  target: TargetSnapshot,
  nowMs: number,
): Pick<ServiceReading, 'status' | 'since' | 'message' | 'silence'> {
  const silence = silenceOf(target, nowMs) ?? 'stale';
  const message = silence === 'no_answer' ? (target.message ?? 'no answer') : 'nothing new';
  return { status: 'unknown', since: unknownSince(target, nowMs), message, silence };
}
