import type { StepDoing } from '@/lib/domain/triage/step-doing';

/** A step of one of the incident's checklists. */
export interface StepKey {
  checklistId: string;
  itemId: string;
}

/** What can be done with the steps of an incident. Times are ISO UTC. */
export interface StepActions {
  toggle: (step: StepKey, isTicked: boolean) => void;
  answer: (step: StepKey, answer: string) => void;
  /** Does what a step stands for: saves, opens, or opens the form of its command. */
  perform: (doing: StepDoing) => void;
  /** False for a command that this person may not give. */
  mayPerform: (doing: StepDoing) => boolean;
  skip: (step: StepKey, reason: string) => void;
  takeUpAgain: (step: StepKey) => void;
  assign: (step: StepKey, personId: string | null) => void;
  setDue: (step: StepKey, dueAt: string | null) => void;
  addStep: (title: string) => void;
  openChecklist: (checklistId: string) => void;
  /** Offers to save what locks a step, by recipe. */
  capture: (recipes: readonly string[]) => void;
  /** Goes on without it, with a reason; null for who may not. */
  waive: ((recipes: readonly string[]) => void) | null;
}
