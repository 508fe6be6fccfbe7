import type { ComponentStatus } from '../health/health';

/**
 * Rule D3: one status from what several instances say of a shared service. What is known wins over what is not;
 * down on one and ok on another is degraded, since only some requests fail.
 */
export function combineReadings(statuses: readonly ComponentStatus[]): ComponentStatus {
  const known = statuses.filter((status) => status !== 'unknown');
  const switchedOn = known.filter((status) => status !== 'disabled');
  if (known.length === 0) return 'unknown';
  if (switchedOn.length === 0) return 'disabled';
  if (switchedOn.every((status) => status === 'down')) return 'down';
  return switchedOn.every((status) => status === 'ok') ? 'ok' : 'degraded';
}

/** Rule D4: instances behind a balancer. One that does not answer is routed around; none that answers is down, or unknown. */
export function combineInstances(statuses: readonly ComponentStatus[]): ComponentStatus {
  if (statuses.length === 0) return 'unknown';
  const serving = statuses.filter((status) => status === 'ok' || status === 'degraded');
  if (serving.length === 0) return statuses.includes('down') ? 'down' : 'unknown';
  return serving.length === statuses.length && statuses.every((status) => status === 'ok') ? 'ok' : 'degraded';
}
