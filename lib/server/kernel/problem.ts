import 'server-only';
import type { Rejection, RejectionCode } from '@/lib/domain/kernel/rejection';

/** An RFC 9457 problem document. `code` is for machines, `detail` for people. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors?: string[];
  retryAfterSeconds?: number;
}

/** The problem as an answer; never cached, always with the trace id that the log has too. */
export function problemResponse(problem: Problem, traceId: string): Response {
  const { status, retryAfterSeconds, ...members } = problem;
  const body = { type: 'about:blank', status, ...members, traceId };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {}),
    },
  });
}

const rejectionStatus: Record<RejectionCode, number> = {
  not_allowed: 403,
  only_on_server: 500,
  incident_not_found: 404,
  incident_closed: 409,
  incident_merged: 409,
  other_incident_not_found: 422,
  other_is_private: 409,
  same_incident: 422,
  rows_still_red: 409,
  status_changed: 409,
  status_not_ahead: 409,
  status_not_behind: 409,
  not_resolved: 409,
  unknown_severity: 422,
  severity_not_higher: 409,
  severity_not_lower: 409,
  severity_changed: 409,
  severity_held_by_answer: 409,
  unknown_question: 422,
  unknown_service: 422,
  unknown_person: 422,
  person_left: 409,
  person_may_not: 409,
  only_commander: 403,
  no_offer: 409,
  unknown_failure_class: 422,
  unknown_checklist: 422,
  unknown_checklist_item: 422,
  unknown_answer: 422,
  step_not_done: 409,
  question_open: 409,
  step_already_done: 409,
  due_in_past: 422,
  too_many: 409,
  evidence_missing: 409,
  only_commander_waives: 403,
  unknown_recipe: 422,
  unknown_evidence: 404,
  no_failed_attempt: 409,
  not_a_speaker: 403,
  review_waits: 409,
  unknown_channel: 422,
  channel_twice: 422,
  text_too_long: 422,
  private_stays_inside: 409,
  last_word_promises: 422,
  next_update_out_of_range: 422,
  contradicts_record: 409,
  needs_second_person: 403,
  second_person_in_hours: 403,
  alone_too_early: 409,
  no_such_update: 409,
  already_left: 409,
  delivered_already: 409,
  goes_by_itself: 409,
  still_leaving: 409,
  channel_not_connected: 409,
  no_update_promised: 409,
  snooze_out_of_range: 422,
  no_such_link: 404,
  unknown_entry: 422,
  not_correctable: 409,
  not_your_entry: 403,
  time_in_future: 422,
  end_before_start: 422,
  correction_needs_reason: 422,
  no_postmortem_owed: 409,
  postmortem_changed: 409,
};

/** The HTTP status of a rejected command; the body is the outcome itself. */
export function statusOfRejection(rejection: Rejection): number {
  return rejectionStatus[rejection.code];
}

export const problems = {
  notSignedIn: { status: 401, code: 'not_signed_in', title: 'Sign in first' },
  foreignOrigin: { status: 403, code: 'foreign_origin', title: 'This request did not come from the console' },
  notJson: { status: 415, code: 'not_json', title: 'Send application/json' },
  tooLarge: { status: 413, code: 'too_large', title: 'The body is larger than 64 kB' },
  malformedJson: { status: 400, code: 'malformed_json', title: 'The body is not JSON' },
  commandIdReused: {
    status: 422,
    code: 'command_id_reused',
    title: 'This commandId was used for something else',
    detail: 'A commandId names one intent. Make a new one for a new intent.',
  },
  needsResponder: {
    status: 403,
    code: 'not_allowed',
    title: 'This needs the responder role',
    detail: 'Ask someone who has it, or a lead to change your group.',
  },
  notFound: { status: 404, code: 'not_found', title: 'Not found' },
  databaseTrouble: {
    status: 503,
    code: 'database_unavailable',
    title: 'The record cannot be reached right now',
    detail: 'Nothing was lost. Try again in a moment with the same commandId.',
    retryAfterSeconds: 1,
  },
  bug: { status: 500, code: 'internal_error', title: 'Something went wrong on our side' },
} as const satisfies Record<string, Problem>;
