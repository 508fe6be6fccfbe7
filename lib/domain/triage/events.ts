import type { Checklist } from '../catalogue/catalogue';
import type { ActorRef, Fact } from '../kernel/event';

/** A step of a checklist, named so that the timeline can say it. */
export interface StepRef {
  checklistId: string;
  itemId: string;
  title: string;
}

/** What kind of failure it is, as the catalogue said when it was set. */
export interface KnownClass {
  id: string;
  symptom: string;
  cause: string;
}

export type TriageEvent =
  | Fact<'triage.failure_class_set', { from: string | null; failureClass: KnownClass; because?: string | undefined }>
  | Fact<'triage.no_class_fits', { from: string | null }>
  | Fact<'triage.backup_called', { contact: string; announceIn: string; advice: string }>
  /** `forClass`: opened because of the failure class, or because none fits (`none`); absent for what a person opened. */
  | Fact<'triage.checklist_opened', { checklist: Checklist; forClass?: string | undefined }>
  | Fact<'triage.checklist_closed', { checklistId: string; title: string }>
  | Fact<'triage.item_added', StepRef>
  /** `without`: the evidence that it was not held to, and why not. */
  | Fact<'triage.item_ticked', StepRef & { without?: { id: string; title: string; because: string }[] | undefined }>
  | Fact<'triage.item_unticked', StepRef>
  | Fact<'triage.question_answered', StepRef & { question: string; answer: string; from: string | null }>
  | Fact<'triage.item_skipped', StepRef & { reason: string }>
  | Fact<'triage.item_taken_up_again', StepRef>
  | Fact<'triage.item_assigned', StepRef & { to: ActorRef | null }>
  | Fact<'triage.item_due_set', StepRef & { dueAt: string | null }>;
