import type { CatalogueContent } from '../catalogue/catalogue-content';
import type { FailureClass } from '../catalogue/failure-class';
import { findChecklist } from '../catalogue/find-checklist';
import type { TriageEvent } from './events';
import { isLive, type LiveService } from './rank-classes';
import { itemKey, type TriageState } from './triage';

type ClassCatalogue = Pick<CatalogueContent, 'checklists' | 'runbookChecklists' | 'noneOfThese'>;

/** What stands for the class in `forClass` when none fits. */
const noClass = 'none';

/** What follows from knowing the class, for a record with these checklists. `live`: the rows of the matrix. */
export function classFacts(
  triage: TriageState,
  known: FailureClass,
  catalogue: ClassCatalogue,
  live: readonly LiveService[],
  because?: string,
): TriageEvent[] {
  const { id, symptom, cause } = known;
  const set: TriageEvent = {
    type: 'triage.failure_class_set',
    data: { from: triage.failureClass?.id ?? null, failureClass: { id, symptom, cause }, ...(because && { because }) },
  };
  return [set, ...classifyingTicks(triage), ...swapChecklists(triage, runbooksFor(known, live), catalogue, id)];
}

/** Rule T16: what follows from finding that no class fits: nothing is classified, and the general checklists are opened. */
export function noClassFacts(triage: TriageState, catalogue: ClassCatalogue): TriageEvent[] {
  const found: TriageEvent = { type: 'triage.no_class_fits', data: { from: triage.failureClass?.id ?? null } };
  const runbooks = catalogue.noneOfThese?.runbooks ?? [];
  return [found, ...classifyingTicks(triage), ...swapChecklists(triage, runbooks, catalogue, noClass)];
}

/** Rule T8: the runbooks whose sign is live; when none is, the likeliest, which the catalogue names first. */
export function runbooksFor({ runbooks, signals }: FailureClass, live: readonly LiveService[]): string[] {
  const openers = signals.filter((signal) => isLive(signal, live)).map(({ opens }) => opens);
  const signalled = runbooks.filter((runbook) => openers.includes(runbook));
  return signalled.length > 0 ? signalled : runbooks.slice(0, 1);
}

/** Rule T15: closes what another class opened and nobody touched, and opens what this one calls for. */
function swapChecklists(
  triage: TriageState,
  runbooks: readonly string[],
  catalogue: ClassCatalogue,
  forClass: string,
): TriageEvent[] {
  const stale = triage.checklists.filter(
    ({ id }) => Object.hasOwn(triage.openedFor, id) && !runbooks.includes(id) && !isTouched(triage, id),
  );
  const opened = runbooks.flatMap((runbook): TriageEvent[] => {
    const checklist = findChecklist(catalogue, runbook);
    const isOpen = triage.checklists.some(({ id }) => id === runbook);
    return checklist && !isOpen ? [{ type: 'triage.checklist_opened', data: { checklist, forClass } }] : [];
  });
  const closed = stale.map(({ id: checklistId, title }): TriageEvent => {
    return { type: 'triage.checklist_closed', data: { checklistId, title } };
  });
  return [...closed, ...opened];
}

/** Whether somebody did, skipped, took or dated a step of it; what ticks itself is nobody's. */
function isTouched({ checklists, ticks, skips, assigned, due }: TriageState, checklistId: string): boolean {
  const items = checklists.find(({ id }) => id === checklistId)?.items ?? [];
  return items.some(({ id, does, doneBy, isClassifying }) => {
    const key = itemKey(checklistId, id);
    const isByHand = !does && !doneBy && !isClassifying && Object.hasOwn(ticks, key);
    return isByHand || [skips, assigned, due].some((record) => Object.hasOwn(record, key));
  });
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
