import { policyRefusal } from '../access/who-may';
import type { CatalogueContent } from '../catalogue/catalogue-content';
import type { FailureClass } from '../catalogue/failure-class';
import { findChecklist } from '../catalogue/find-checklist';
import { closedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import type { SetFailureClassInput } from './inputs';
import type { TriageRecord } from './record';
import { itemKey, type TriageState } from './triage';

/** Rule T8: names what kind of failure it is, opens its runbooks' checklists and ticks the step that asked for it. */
export function setFailureClass(
  { incident, triage }: TriageRecord,
  { failureClass: asked, because }: SetFailureClassInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.set_failure_class') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (triage.failureClass?.id === asked) return accept();
  const catalogue = context.looked?.catalogue;
  if (!catalogue) return refuse({ code: 'only_on_server' });
  const known = catalogue.failureClasses.find(({ id }) => id === asked);
  if (!known) return refuse({ code: 'unknown_failure_class', asked });
  return accept(...classFacts(triage, known, catalogue, because));
}

/** What follows from knowing the class, for a record with these checklists. */
export function classFacts(
  triage: TriageState,
  { id, symptom, cause, runbooks }: FailureClass,
  catalogue: Pick<CatalogueContent, 'checklists' | 'runbookChecklists'>,
  because?: string,
): TriageEvent[] {
  const from = triage.failureClass?.id ?? null;
  const set: TriageEvent = {
    type: 'triage.failure_class_set',
    data: { from, failureClass: { id, symptom, cause }, ...(because && { because }) },
  };
  const opened = runbooks.flatMap((runbook): TriageEvent[] => {
    const checklist = findChecklist(catalogue, runbook);
    const isOpen = triage.checklists.some((list) => list.id === runbook);
    return checklist && !isOpen ? [{ type: 'triage.checklist_opened', data: { checklist } }] : [];
  });
  return [set, ...classifyingTicks(triage), ...opened];
}

function classifyingTicks({ checklists, ticks }: TriageState): TriageEvent[] {
  return checklists.flatMap(({ id: checklistId, items }) =>
    items.flatMap(({ id: itemId, title, isClassifying }): TriageEvent[] =>
      isClassifying && !Object.hasOwn(ticks, itemKey(checklistId, itemId))
        ? [{ type: 'triage.item_ticked', data: { checklistId, itemId, title } }]
        : [],
    ),
  );
}
