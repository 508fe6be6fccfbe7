import type { Checklist, ChecklistItem } from '../catalogue/catalogue';
import type { ActorRef } from '../kernel/event';
import { isSettled, itemKey, type TriageState } from './triage';

/** A step that nobody has done or skipped. */
export interface OpenStep {
  key: string;
  checklist: Checklist;
  item: ChecklistItem;
  assignedTo: ActorRef | null;
  /** ISO UTC. */
  dueAt: string | null;
}

/** All open steps, in the order of the checklists. */
export function listOpenSteps(triage: TriageState): OpenStep[] {
  return triage.checklists.flatMap((checklist) =>
    checklist.items.flatMap((item) => {
      const key = itemKey(checklist.id, item.id);
      if (isSettled(triage, key)) return [];
      return [{ key, checklist, item, assignedTo: triage.assigned[key] ?? null, dueAt: triage.due[key] ?? null }];
    }),
  );
}
