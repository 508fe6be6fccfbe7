import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import { findStep } from './find-step';
import type { SkipInput, TickInput } from './inputs';
import type { TriageRecord } from './record';
import { itemKey } from './triage';

/** Rule T4: a step is skipped with a reason; one that is done stays done. */
export function skip(
  { incident, triage }: TriageRecord,
  { checklistId, itemId, reason }: SkipInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.skip') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const found = findStep(triage, checklistId, itemId);
  if (!found.ok) return refuse(found.rejection);
  const key = itemKey(checklistId, itemId);
  if (Object.hasOwn(triage.skips, key)) return accept();
  if (Object.hasOwn(triage.ticks, key)) return refuse({ code: 'step_already_done', title: found.step.title });
  return accept({ type: 'triage.item_skipped', data: { ...found.step, reason } });
}

/** A skipped step is to be done after all. */
export function takeUpAgain(
  { incident, triage }: TriageRecord,
  { checklistId, itemId }: TickInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.take_up_again') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const found = findStep(triage, checklistId, itemId);
  if (!found.ok) return refuse(found.rejection);
  if (!Object.hasOwn(triage.skips, itemKey(checklistId, itemId))) return accept();
  return accept({ type: 'triage.item_taken_up_again', data: found.step });
}
