import { type Actor, toRef } from '../access/actor';
import { isAtLeast } from '../access/role';
import { policyRefusal, whoMay } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import { namedPerson } from './looked-up';
import type { RecordContext } from './record-context';

interface Incident {
  incident: IncidentState;
}

/** Rule I10: the offered person accepts, and only then commands. */
export function acceptCommand({ incident }: Incident, _: unknown, context: RecordContext): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.accept_command') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (incident.commander?.id === context.actor.id) return accept();
  if (incident.offer?.to.id !== context.actor.id) return refuse({ code: 'no_offer' });
  return accept({
    type: 'incident.command_taken',
    data: { commander: toRef(context.actor), from: incident.commander },
  });
}

/** Rule I10: the offered person may decline, and who offered may take the offer back. */
export function declineCommand({ incident }: Incident, _: unknown, context: RecordContext): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.decline_command') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const { offer } = incident;
  if (!offer) return accept();
  const by = sideOf(context.actor, offer);
  if (!by) return refuse({ code: 'no_offer' });
  return accept({ type: 'incident.command_declined', data: { to: offer.to, by } });
}

function sideOf({ id }: Actor, { to, from }: NonNullable<IncidentState['offer']>) {
  if (id === to.id) return 'offered';
  return id === from.id ? 'offering' : null;
}

/** Rule I10: the commander offers command to somebody who may take it; `summary` is what that person reads first. */
export function offerCommand(
  { incident }: Incident,
  { personId }: { personId: string },
  context: RecordContext,
  summary: string[],
): Decision<IncidentEvent> {
  const refusal =
    policyRefusal(context.actor, 'incident.offer_command') ??
    closedRefusal(incident) ??
    onlyCommander(incident, context);
  if (refusal) return refuse(refusal);
  if (personId === incident.commander?.id) return accept();
  const person = namedPerson(context, personId);
  if (!person.ok) return refuse(person.rejection);
  const { role, isActive: _, ...to } = person.value;
  if (!isAtLeast(role, whoMay['incident.accept_command']))
    return refuse({ code: 'person_may_not', name: to.name, needs: whoMay['incident.accept_command'] });
  if (incident.offer?.to.id === to.id) return accept();
  return accept({ type: 'incident.command_offered', data: { to, summary } });
}

function onlyCommander({ commander }: IncidentState, { actor }: RecordContext): Rejection | null {
  return commander?.id === actor.id ? null : { code: 'only_commander', commander: commander?.name ?? null };
}
