import { toRef } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import { mergedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { SetVisibilityInput } from './inputs';
import { namedPeople } from './looked-up';
import type { RecordContext } from './record-context';

/** Rule A7: names the people who may know of it; whoever does so is always among them, and the commander too. */
export function setVisibility(
  { incident }: { incident: IncidentState },
  { people, reason }: SetVisibilityInput,
  context: RecordContext,
): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.set_visibility') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (people === null) {
    if (incident.visibleTo === null) return accept();
    return accept({ type: 'incident.visibility_changed', data: { visibleTo: null, reason } });
  }
  const always = [toRef(context.actor), ...(incident.commander ? [incident.commander] : [])];
  const named = namedPeople(context, people, always);
  if (!named.ok) return refuse(named.rejection);
  const visibleTo = named.value;
  if (isSame(incident.visibleTo, visibleTo)) return accept();
  return accept({ type: 'incident.visibility_changed', data: { visibleTo, reason } });
}

function isSame(known: IncidentState['visibleTo'], asked: readonly { id: string }[]): boolean {
  return known?.length === asked.length && asked.every(({ id }) => known.some((person) => person.id === id));
}
