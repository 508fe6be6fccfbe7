import type { Checklist, ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import type { StepKey } from './step-actions';

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
}

/** A checklist as it is shown. */
export interface ListView {
  id: string;
  title: string;
  steps: StepView[];
  /** Steps that nobody has to do any more, skipped ones too. */
  settled: number;
  isFinished: boolean;
}

/** The checklists of an incident, in the order they were opened. */
export function viewLists(triage: TriageState, pendingKeys: ReadonlySet<string>): ListView[] {
  return triage.checklists.map((list) => viewList(list, triage, pendingKeys));
}

function viewList({ id, title, items }: Checklist, triage: TriageState, pendingKeys: ReadonlySet<string>): ListView {
  const steps = items.map((item): StepView => {
    const key = itemKey(id, item.id);
    return {
      ...{ checklistId: id, itemId: item.id, key, item },
      tick: triage.ticks[key] ?? null,
      skip: triage.skips[key] ?? null,
      assignedTo: triage.assigned[key] ?? null,
      dueAt: triage.due[key] ?? null,
      isPending: pendingKeys.has(key),
    };
  });
  const settled = steps.filter(({ tick, skip }) => tick ?? skip).length;
  return { id, title, steps, settled, isFinished: steps.length > 0 && settled === steps.length };
}
