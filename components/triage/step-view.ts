import type { Checklist, ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import { type GateFacts, missingEvidence } from '@/lib/domain/triage/gate';
import { type StepDoing, stepDoing } from '@/lib/domain/triage/step-doing';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import type { StepKey } from './step-actions';

/** What can be saved, as people call it. */
export interface RecipeName {
  id: string;
  title: string;
}

/** What locks steps: what was saved and waived, and the words for what may be missing. */
export interface GateView extends GateFacts {
  recipes: readonly RecipeName[];
}

/** A step with all that became of it. */
export interface StepView extends StepKey {
  key: string;
  item: ChecklistItem;
  tick: TriageState['ticks'][string] | null;
  skip: TriageState['skips'][string] | null;
  assignedTo: TriageState['assigned'][string] | null;
  /** ISO UTC. */
  dueAt: string | null;
  isPending: boolean;
  /** What keeps it locked, in the catalogue's words; empty when it is open. */
  missing: RecipeName[];
  /** What it would need and is not held to, with why (rule E13). */
  excused: { title: string; because: string }[];
  /** Why nobody has to do it now; null while it is needed, and once it is settled. */
  notNeeded: string | null;
  /** The answer to its question. */
  answer: string | null;
  doing: StepDoing;
}

/** A checklist as it is shown. */
export interface ListView {
  id: string;
  title: string;
  steps: StepView[];
  /** Steps that are needed, or were done all the same. */
  total: number;
  /** Steps that nobody has to do any more, skipped ones too. */
  settled: number;
  isFinished: boolean;
}

/** The checklists of an incident, in the order they were opened. `reasons`: why steps are not needed, by key. */
export function viewLists(
  triage: TriageState,
  pendingKeys: ReadonlySet<string>,
  gate: GateView,
  reasons: ReadonlyMap<string, string>,
): ListView[] {
  return triage.checklists.map((list) => viewList(list, triage, pendingKeys, gate, reasons));
}

function viewList(
  { id, title, items }: Checklist,
  triage: TriageState,
  pendingKeys: ReadonlySet<string>,
  gate: GateView,
  reasons: ReadonlyMap<string, string>,
): ListView {
  const steps = items.map((item): StepView => {
    const key = itemKey(id, item.id);
    const isSettled = Object.hasOwn(triage.ticks, key) || Object.hasOwn(triage.skips, key);
    return {
      ...{ checklistId: id, itemId: item.id, key, item },
      tick: triage.ticks[key] ?? null,
      skip: triage.skips[key] ?? null,
      assignedTo: triage.assigned[key] ?? null,
      dueAt: triage.due[key] ?? null,
      isPending: pendingKeys.has(key),
      notNeeded: isSettled ? null : (reasons.get(key) ?? null),
      answer: (item.question && triage.answers[item.question.id]?.answer) ?? null,
      doing: stepDoing(item, gate),
      missing: missingEvidence(item, gate).map(
        (need) => gate.recipes.find((recipe) => recipe.id === need) ?? { id: need, title: need },
      ),
      excused: excusedNeeds(item, gate),
    };
  });
  const settled = steps.filter(({ tick, skip }) => tick ?? skip).length;
  const total = steps.filter(({ notNeeded }) => notNeeded === null).length;
  return { id, title, steps, total, settled, isFinished: total > 0 && settled === total };
}

function excusedNeeds(item: ChecklistItem, { recipes, ...gate }: GateView): StepView['excused'] {
  const open = missingEvidence(item, gate);
  return missingEvidence(item, { ...gate, notRequired: undefined })
    .filter((need) => !open.includes(need))
    .map((need) => ({
      title: recipes.find(({ id }) => id === need)?.title ?? need,
      because: gate.notRequired?.[need] ?? '',
    }));
}
