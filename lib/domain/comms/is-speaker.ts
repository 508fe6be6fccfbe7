import type { Actor } from '../access/actor';
import { isAtLeast } from '../access/role';
import type { IncidentState } from '../incident/incident';

/** Rule M9: who speaks for an incident: whoever may command, and who has the comms lead or deputises. */
export function isSpeaker({ commander, roles }: IncidentState, { id, role }: Pick<Actor, 'id' | 'role'>): boolean {
  if (isAtLeast(role, 'commander')) return true;
  return [commander, roles.commsLead, roles.deputy].some((person) => person?.id === id);
}
