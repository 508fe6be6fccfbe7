import type { IncidentState } from './incident';

/** Rule A7: a private incident exists only for the people it names; machines of our own see all. */
export function maySee(actor: { kind: string; id: string }, incident: Pick<IncidentState, 'visibleTo'>): boolean {
  if (incident.visibleTo === null || actor.kind === 'system') return true;
  return incident.visibleTo.some(({ id }) => id === actor.id);
}

/** Rule A7: whether everybody who reads this incident may know of that one. */
export function isKnownToAll(
  { visibleTo }: Pick<IncidentState, 'visibleTo'>,
  other: Pick<IncidentState, 'visibleTo'>,
): boolean {
  const { visibleTo: named } = other;
  if (named === null) return true;
  return visibleTo?.every(({ id }) => named.some((person) => person.id === id)) ?? false;
}
