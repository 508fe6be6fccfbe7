import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { RoleInput } from './inputs';
import { namedPerson } from './looked-up';
import type { RecordContext } from './record-context';

interface Incident {
  incident: IncidentState;
}

function holds({ roles, experts }: IncidentState, { role, personId }: RoleInput): boolean {
  if (role === 'expert') return experts.some(({ id }) => id === personId);
  return roles[role]?.id === personId;
}

/** Rule I11: a role beside the commander has one holder; experts are any number. */
export function assignRole({ incident }: Incident, asked: RoleInput, context: RecordContext): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.assign_role') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (holds(incident, asked)) return accept();
  const found = namedPerson(context, asked.personId);
  if (!found.ok) return refuse(found.rejection);
  const { kind, id, name } = found.value;
  const from = asked.role === 'expert' ? null : (incident.roles[asked.role] ?? null);
  return accept({ type: 'incident.role_assigned', data: { role: asked.role, person: { kind, id, name }, from } });
}

/** Rule I11: somebody gives a role back, or is relieved of it. */
export function leaveRole({ incident }: Incident, asked: RoleInput, context: RecordContext): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.leave_role') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const { role, personId } = asked;
  const person =
    role === 'expert' ? incident.experts.find(({ id }) => id === personId) : holderOf(incident.roles[role], personId);
  return person ? accept({ type: 'incident.role_left', data: { role, person } }) : accept();
}

function holderOf<Person extends { id: string }>(holder: Person | undefined, personId: string): Person | undefined {
  return holder?.id === personId ? holder : undefined;
}
