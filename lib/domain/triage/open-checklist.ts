import { policyRefusal } from '../access/who-may';
import { findChecklist } from '../catalogue/find-checklist';
import { closedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import type { AddItemInput, OpenChecklistInput } from './inputs';
import type { TriageRecord } from './record';
import { adHocId } from './triage';

const mostChecklists = 40;
const mostAdHoc = 200;

/** Rule T6: a checklist of the catalogue version the incident was declared under, copied into the record once. */
export function openChecklist(
  { incident, triage }: TriageRecord,
  { checklistId }: OpenChecklistInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.open_checklist') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (triage.checklists.some(({ id }) => id === checklistId)) return accept();
  if (!context.looked?.catalogue) return refuse({ code: 'only_on_server' });
  const checklist = findChecklist(context.looked.catalogue, checklistId);
  if (!checklist) return refuse({ code: 'unknown_checklist', asked: checklistId });
  if (triage.checklists.length >= mostChecklists)
    return refuse({ code: 'too_many', of: 'checklists', most: mostChecklists });
  return accept({ type: 'triage.checklist_opened', data: { checklist } });
}

/** Rule T7: a step that no checklist knew; it shows what the runbooks lack. */
export function addItem(
  { incident, triage }: TriageRecord,
  { title }: AddItemInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.add_item') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const known = triage.checklists.find(({ id }) => id === adHocId)?.items.length ?? 0;
  if (known >= mostAdHoc) return refuse({ code: 'too_many', of: 'added steps', most: mostAdHoc });
  return accept({ type: 'triage.item_added', data: { checklistId: adHocId, itemId: `step-${known + 1}`, title } });
}
