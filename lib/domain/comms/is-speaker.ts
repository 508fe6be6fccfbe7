import type { Actor } from '../access/actor';
import { isAtLeast } from '../access/role';
import type { IncidentState } from '../incident/incident';
import type { Rejection } from '../kernel/rejection';

/** Rule M9: who speaks for an incident: whoever may command, and who has the comms lead or deputises. */
export function isSpeaker({ commander, roles }: IncidentState, { id, role }: Pick<Actor, 'id' | 'role'>): boolean {
  if (isAtLeast(role, 'commander')) return true;
  return [commander, roles.commsLead, roles.deputy].some((person) => person?.id === id);
}

/** The same as a refusal that says whom to ask; null for who speaks. */
export function speakerRefusal(incident: IncidentState, actor: Pick<Actor, 'id' | 'role'>): Rejection | null {
  if (isSpeaker(incident, actor)) return null;
  return { code: 'not_a_speaker', commsLead: incident.roles.commsLead?.name ?? null };
}
