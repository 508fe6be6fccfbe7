import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import { namedPerson } from '../incident/looked-up';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import { findStep } from './find-step';
import type { AssignInput, SetDueInput } from './inputs';
import type { TriageRecord } from './record';
import { itemKey } from './triage';

/** Rule T5: a step has one person to do it, or nobody. */
export function assign(
  { incident, triage }: TriageRecord,
  { checklistId, itemId, personId }: AssignInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.assign') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const found = findStep(triage, checklistId, itemId);
  if (!found.ok) return refuse(found.rejection);
  const current = triage.assigned[itemKey(checklistId, itemId)]?.id ?? null;
  if (current === personId) return accept();
  if (personId === null) return accept({ type: 'triage.item_assigned', data: { ...found.step, to: null } });
  const person = namedPerson(context, personId);
  if (!person.ok) return refuse(person.rejection);
  const { kind, id, name } = person.value;
  return accept({ type: 'triage.item_assigned', data: { ...found.step, to: { kind, id, name } } });
}

/** Rule T5: until when; a moment that has passed already helps nobody. */
export function setDue(
  { incident, triage }: TriageRecord,
  { checklistId, itemId, dueAt }: SetDueInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.set_due') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const found = findStep(triage, checklistId, itemId);
  if (!found.ok) return refuse(found.rejection);
  if ((triage.due[itemKey(checklistId, itemId)] ?? null) === dueAt) return accept();
  if (dueAt !== null && dueAt < context.occurredAt) return refuse({ code: 'due_in_past', dueAt, now: context.now });
  return accept({ type: 'triage.item_due_set', data: { ...found.step, dueAt } });
}
