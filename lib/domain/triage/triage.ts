import type { Checklist } from '../catalogue/catalogue';
import type { ActorRef } from '../kernel/event';

/** The checklists of an incident and who ticked what when. */
export interface TriageState {
  checklists: Checklist[];
  /** By `itemKey`. */
  ticks: Record<string, { by: ActorRef; at: string }>;
}

/** A step's place among all checklists of the incident. */
export function itemKey(checklistId: string, itemId: string): string {
  return `${checklistId}/${itemId}`;
}
