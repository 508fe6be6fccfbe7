import type { Checklist, ChecklistItem } from '../catalogue/catalogue';
import type { ActorRef } from '../kernel/event';
import { notNeeded, type StepFacts } from './step-need';
import { isSettled, itemKey } from './triage';

/** A step that nobody has done or skipped, and that is needed. */
export interface OpenStep {
  key: string;
  checklist: Checklist;
  item: ChecklistItem;
  assignedTo: ActorRef | null;
  /** ISO UTC. */
  dueAt: string | null;
}

/** All open steps, in the order of the checklists; rule T12: without those that are not needed now. */
export function listOpenSteps(facts: StepFacts): OpenStep[] {
  const { triage } = facts;
  return triage.checklists.flatMap((checklist) =>
    checklist.items.flatMap((item) => {
      const key = itemKey(checklist.id, item.id);
      if (isSettled(triage, key) || notNeeded(item, facts) !== null) return [];
      return [{ key, checklist, item, assignedTo: triage.assigned[key] ?? null, dueAt: triage.due[key] ?? null }];
    }),
  );
}
