import type { Checklist } from '../catalogue/catalogue';
import type { ActorRef } from '../kernel/event';
import type { KnownClass } from './events';

/** Id of the checklist that holds the steps people add themselves. */
export const adHocId = 'ad-hoc';

interface ByAt {
  by: ActorRef;
  at: string;
}

/** The checklists of an incident and what became of their steps. Every record is by `itemKey`; times are ISO UTC. */
export interface TriageState {
  checklists: Checklist[];
  /** Ids of the checklists that every incident has; all others were opened later. */
  declaredWith: string[];
  ticks: Record<string, ByAt>;
  skips: Record<string, ByAt & { reason: string }>;
  assigned: Record<string, ActorRef>;
  due: Record<string, string>;
  /** By the question's id: a question that several checklists ask has one answer. */
  answers: Record<string, ByAt & { answer: string }>;
  failureClass: KnownClass | null;
  /** Who found that no class fits, until one is set. */
  noneFits: ByAt | null;
  /** By checklist: the class, or `none`, that opened it. */
  openedFor: Record<string, string>;
  /** Who was called for help because nobody knew what it is. */
  backup: { contact: string; at: string } | null;
}

/** A step's place among all checklists of the incident. */
export function itemKey(checklistId: string, itemId: string): string {
  return `${checklistId}/${itemId}`;
}

/** True once nobody has to do the step any more. */
export function isSettled(triage: TriageState, key: string): boolean {
  return Object.hasOwn(triage.ticks, key) || Object.hasOwn(triage.skips, key);
}
