import type { Rejection } from '../kernel/rejection';
import { type AccessRole, isAtLeast } from './role';

/** Who may do what: the least access role for each command. This is the only place to change it. */
export const whoMay = {
  'incident.declare': 'responder',
  'incident.raise_severity': 'responder',
  'incident.lower_severity': 'commander',
  'incident.answer_severity_question': 'responder',
  'incident.take_command': 'commander',
  'incident.offer_command': 'commander',
  'incident.accept_command': 'commander',
  'incident.decline_command': 'commander',
  'incident.assign_role': 'responder',
  'incident.leave_role': 'responder',
  'incident.add_services': 'responder',
  'incident.remove_services': 'responder',
  'incident.identify': 'responder',
  'incident.mitigate': 'commander',
  'incident.resolve': 'commander',
  'incident.close': 'commander',
  'incident.go_back': 'commander',
  'incident.set_milestone': 'commander',
  'incident.link': 'responder',
  'incident.unlink': 'responder',
  'incident.merge': 'commander',
  'incident.set_visibility': 'commander',
  'triage.tick': 'responder',
  'triage.untick': 'responder',
  'triage.skip': 'responder',
  'triage.take_up_again': 'responder',
  'triage.answer_question': 'responder',
  'triage.assign': 'responder',
  'triage.set_due': 'responder',
  'triage.open_checklist': 'responder',
  'triage.add_item': 'responder',
  'triage.set_failure_class': 'responder',
  'triage.call_backup': 'responder',
  'evidence.waive': 'commander',
  'evidence.accept': 'responder',
  'evidence.record_no_answer': 'responder',
  'evidence.unmask': 'commander',
  'comms.send_update': 'responder',
  'comms.approve_update': 'responder',
  'comms.withdraw_update': 'responder',
  'comms.snooze_promise': 'responder',
  'comms.retry_delivery': 'responder',
  'comms.give_up_delivery': 'responder',
  'comms.mark_posted': 'responder',
  'comms.unmark_posted': 'responder',
  'comms.revoke_link': 'responder',
  'timeline.add_note': 'responder',
  'timeline.correct': 'responder',
  'timeline.annotate': 'responder',
  'timeline.pin': 'responder',
  'timeline.unpin': 'responder',
  'review.save_postmortem': 'responder',
  'review.finish_postmortem': 'commander',
} as const satisfies Record<string, AccessRole>;

/** Who may do what with files: the least access role. What one may not read looks absent. */
export const whoMayWithEvidence = {
  'evidence.add': 'responder',
  'evidence.read': 'responder',
} as const satisfies Record<string, AccessRole>;

/** Who may prepare texts and hand out links. */
export const whoMaySpeak = {
  'comms.prepare': 'responder',
  'comms.make_link': 'responder',
} as const satisfies Record<string, AccessRole>;

/** Rule A11: the least role that reads what people typed into a record; a weaker one reads its public side. */
const insideFrom: AccessRole = 'responder';

/** True when this role reads all of a record; else it is shown the public side (public-side.ts). */
export function readsInside(role: AccessRole): boolean {
  return isAtLeast(role, insideFrom);
}

export type Action = keyof typeof whoMay;
export type EvidenceAction = keyof typeof whoMayWithEvidence;
export type SpeakAction = keyof typeof whoMaySpeak;
/** Everything that one may or may not do. */
export type AnyAction = Action | EvidenceAction | SpeakAction;

const least: Record<AnyAction, AccessRole> = { ...whoMay, ...whoMayWithEvidence, ...whoMaySpeak };

/** True when this role may send this command at all; the state of the incident may still refuse it. */
export function isAllowed(role: AccessRole, action: AnyAction): boolean {
  return isAtLeast(role, least[action]);
}

/** The policy as the first line of every decide: the refusal, or null. */
export function policyRefusal(actor: { role: AccessRole }, action: AnyAction): Rejection | null {
  return isAllowed(actor.role, action) ? null : { code: 'not_allowed', action, needs: least[action] };
}
