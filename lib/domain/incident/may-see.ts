import type { IncidentState } from './incident';

/** Rule A7: a private incident exists only for the people it names; machines of our own see all. */
export function maySee(actor: { kind: string; id: string }, incident: Pick<IncidentState, 'visibleTo'>): boolean {
  if (incident.visibleTo === null || actor.kind === 'system') return true;
  return incident.visibleTo.some(({ id }) => id === actor.id);
}
