/** Every expected refusal, with the facts its words need. `throw` is for bugs. */
export type Rejection =
  | { code: 'not_allowed'; action: string; needs: string }
  | { code: 'only_on_server' }
  | { code: 'incident_not_found' }
  | { code: 'incident_closed'; number: string }
  | { code: 'incident_merged'; number: string; into: string }
  | { code: 'other_incident_not_found'; asked: string }
  | { code: 'other_is_private'; asked: string }
  | { code: 'same_incident' }
  | { code: 'status_changed'; expected: string; current: string }
  | { code: 'rows_still_red'; rows: readonly { name: string; status: string }[] }
  | { code: 'status_not_ahead'; current: string; asked: string }
  | { code: 'status_not_behind'; current: string; asked: string }
  | { code: 'not_resolved'; current: string }
  | { code: 'unknown_severity'; asked: string; known: readonly string[] }
  | { code: 'severity_not_higher'; current: string; asked: string }
  | { code: 'severity_not_lower'; current: string; asked: string }
  | { code: 'severity_changed'; expected: string; current: string }
  | { code: 'severity_held_by_answer'; ask: string; by: string; floor: string }
  | { code: 'unknown_question'; ask: string }
  | { code: 'unknown_service'; asked: string }
  | { code: 'unknown_person' }
  | { code: 'person_left'; name: string }
  | { code: 'person_may_not'; name: string; needs: string }
  | { code: 'only_commander'; commander: string | null }
  | { code: 'no_offer' }
  | { code: 'unknown_failure_class'; asked: string }
  | { code: 'unknown_checklist'; asked: string }
  | { code: 'unknown_checklist_item'; checklistId: string; itemId: string }
  | { code: 'unknown_answer'; asked: string; known: readonly string[] }
  | { code: 'step_not_done'; title: string; once: string }
  | { code: 'question_open'; title: string; answers: readonly string[] }
  | { code: 'step_already_done'; title: string }
  | { code: 'due_in_past'; dueAt: string; now: string }
  | { code: 'too_many'; of: string; most: number }
  | { code: 'evidence_missing'; step: string; recipes: readonly string[] }
  | { code: 'only_commander_waives'; commander: string | null }
  | { code: 'unknown_recipe'; asked: string }
  | { code: 'unknown_evidence'; evidenceId: string }
  | { code: 'no_failed_attempt'; name: string }
  | { code: 'not_a_speaker'; commsLead: string | null }
  | { code: 'review_waits'; by: string }
  | { code: 'unknown_channel'; asked: string }
  | { code: 'channel_twice'; channel: string }
  | { code: 'text_too_long'; channel: string; length: number; most: number }
  | { code: 'private_stays_inside'; channels: readonly string[] }
  | { code: 'last_word_promises'; nextUpdateAt: string }
  | { code: 'next_update_out_of_range'; nextUpdateAt: string; now: string }
  | { code: 'contradicts_record'; found: readonly { code: string; words: string }[] }
  | { code: 'needs_second_person' }
  | { code: 'second_person_in_hours' }
  | { code: 'alone_too_early'; from: string }
  | { code: 'no_such_update' }
  | { code: 'already_left'; leftAt: string }
  | { code: 'delivered_already' }
  | { code: 'goes_by_itself'; channel: string }
  | { code: 'still_leaving'; leavesAt: string }
  | { code: 'channel_not_connected'; channel: string }
  | { code: 'no_update_promised' }
  | { code: 'snooze_out_of_range'; until: string; dueAt: string }
  | { code: 'no_such_link' }
  | { code: 'unknown_entry'; seq: number }
  | { code: 'not_correctable' }
  | { code: 'not_your_entry'; author: string }
  | { code: 'time_in_future'; occurredAt: string; now: string }
  | { code: 'end_before_start'; start: string; startAt: string; end: string; endAt: string }
  | { code: 'correction_needs_reason'; milestone: string; current: string }
  | { code: 'no_postmortem_owed' }
  | { code: 'postmortem_changed'; by: string };

export type RejectionCode = Rejection['code'];
