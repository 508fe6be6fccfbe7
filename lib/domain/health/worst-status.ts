import type { ComponentStatus } from './health';

const WORST_FIRST: readonly ComponentStatus[] = ['down', 'degraded', 'ok', 'unknown', 'disabled'];

/**
 * The status that speaks for several: down before degraded before ok. `unknown` and `disabled` never outweigh something that was
 * measured; alone they speak for themselves, `unknown` first. Nothing at all is `unknown`.
 */
export function worstStatus(statuses: readonly ComponentStatus[]): ComponentStatus {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 'unknown';
}
