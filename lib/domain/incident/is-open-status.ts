import type { IncidentStatus } from './incident';

/** The states in which something is still going on. */
export const openStates: readonly IncidentStatus[] = ['investigating', 'identified', 'mitigated'];

/** True while something is still going on. */
export function isOpenStatus(status: IncidentStatus): boolean {
  return openStates.includes(status);
}
