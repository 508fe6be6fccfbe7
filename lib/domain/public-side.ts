import type { Checklist } from './catalogue/catalogue';
import type { RecordedEvent } from './contents';
import { consoleRef } from './kernel/event';
import { publicUpdate } from './public-comms';
import { adHocId } from './triage/triage';

type Of<Type extends RecordedEvent['type']> = Extract<RecordedEvent, { type: Type }>;

/** Shown as it is, kept back whole, or what is left of its data; null keeps it back too. */
type Side<Event extends RecordedEvent> = 'shown' | 'withheld' | ((data: Event['data']) => Event['data'] | null);

const withoutReason = <Data extends { reason: string }>(data: Data): Data => ({ ...data, reason: '' });

/** The words of a step that somebody added were typed. */
const ofCatalogue = <Data extends { checklistId: string }>(data: Data): Data | null =>
  data.checklistId === adHocId ? null : data;

/**
 * Rule A11: the public side of every fact. What people typed is taken out of it, but for what is said at resolve, which
 * everybody is told; a fact without a line here does not compile.
 */
const sides: { [Type in RecordedEvent['type']]: Side<Of<Type>> } = {
  'incident.declared': (data) => ({ ...data, checklists: data.checklists.map(withoutGates) }),
  'incident.severity_raised': withoutReason,
  'incident.severity_lowered': withoutReason,
  'incident.severity_question_answered': 'shown',
  'incident.command_taken': 'shown',
  'incident.command_offered': (data) => ({ ...data, summary: [] }),
  'incident.command_declined': 'shown',
  'incident.role_assigned': 'shown',
  'incident.role_left': 'shown',
  'incident.services_changed': 'shown',
  'incident.identified': 'shown',
  'incident.mitigated': ({ despite: _, ...data }) => ({ ...data, how: '' }),
  'incident.resolved': ({ despite: _, ...data }) => data,
  'incident.closed': 'shown',
  'incident.went_back': withoutReason,
  'incident.milestone_set': ({ reason: _, ...data }) => data,
  'incident.linked': 'shown',
  'incident.unlinked': 'shown',
  'incident.merged': 'shown',
  'incident.relation_told': 'shown',
  'incident.visibility_changed': withoutReason,
  // What a client gives as the source of the suggestion is text like any other.
  'triage.failure_class_set': ({ because: _, ...data }) => data,
  'triage.no_class_fits': 'shown',
  'triage.backup_called': 'shown',
  'triage.checklist_opened': ({ checklist, ...data }) => ({ ...data, checklist: withoutGates(checklist) }),
  'triage.checklist_closed': 'shown',
  'triage.item_added': 'withheld',
  'triage.item_ticked': ({ without: _, ...data }) => ofCatalogue(data),
  'triage.item_unticked': ofCatalogue,
  'triage.question_answered': ofCatalogue,
  'triage.item_skipped': (data) => ofCatalogue(withoutReason(data)),
  'triage.item_taken_up_again': ofCatalogue,
  'triage.item_assigned': ofCatalogue,
  'triage.item_due_set': ofCatalogue,
  'evidence.captured': 'withheld',
  'evidence.scanned': 'withheld',
  'evidence.viewed': 'withheld',
  'evidence.downloaded': 'withheld',
  'evidence.exported': 'withheld',
  'evidence.unmasked': 'withheld',
  'evidence.waived': 'withheld',
  'evidence.accepted': 'withheld',
  'evidence.unanswered': 'withheld',
  'comms.review_asked': 'withheld',
  'comms.update_sent': publicUpdate,
  'comms.update_withdrawn': (data) => (data.was === 'leaving' ? data : null),
  'comms.text_posted': 'shown',
  'comms.posting_taken_back': 'shown',
  'comms.promise_snoozed': withoutReason,
  'comms.delivery_recorded': 'withheld',
  'comms.delivery_retried': 'withheld',
  'comms.delivery_given_up': 'withheld',
  'comms.reminder_sent': 'withheld',
  'comms.reminder_failed': 'withheld',
  'comms.link_made': 'withheld',
  'comms.link_revoked': 'withheld',
  'timeline.note_added': 'withheld',
  'timeline.entry_corrected': 'withheld',
  'timeline.entry_annotated': 'withheld',
  'timeline.entry_pinned': 'withheld',
  'timeline.entry_unpinned': 'withheld',
  // What targets say of themselves names machines.
  'timeline.service_changed': ({ message: _, ...data }) => data,
  'timeline.sight_lost': (data) => ({ ...data, why: '' }),
  'timeline.sight_regained': 'shown',
  'timeline.watch_gap': 'shown',
  'timeline.withheld': 'shown',
  'review.postmortem_owed': 'shown',
  // That it was saved reopens a finished one; its text is read by itself, once it is finished.
  'review.postmortem_saved': () => ({ text: '' }),
  'review.postmortem_finished': 'shown',
};

/** Rule K12: false for a fact that a newer release recorded; every fact of this one has its line above. */
export function isKnownFact({ type }: { type: string }): boolean {
  return Object.hasOwn(sides, type);
}

/** Rule A11: an event as somebody reads it who follows. What a newer release recorded is kept back. */
export function publicSide(event: RecordedEvent): RecordedEvent {
  const side = (sides as Record<string, Side<RecordedEvent>>)[event.type] ?? 'withheld';
  if (side === 'shown') return event;
  const data = side === 'withheld' ? null : side(event.data);
  return data === null ? withheld(event) : ({ ...event, data } as RecordedEvent);
}

/** Its place in the log and its times, and nothing else. */
function withheld({ seq, occurredAt, recordedAt }: RecordedEvent): RecordedEvent {
  return { seq, type: 'timeline.withheld', data: {}, actor: consoleRef, occurredAt, recordedAt, commandId: '' };
}

/** What locks a step is evidence: who may not know what was saved would be told that it is missing. */
export function withoutGates({ items, ...checklist }: Checklist): Checklist {
  return { ...checklist, items: items.map(({ gate: _gate, needs: _needs, ...item }) => item) };
}
