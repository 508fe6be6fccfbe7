import type { ReminderStage, ReminderStep } from '../catalogue/comms-guide';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { CommsEvent, Reminder } from './events';
import type { CommsRecord } from './record';
import { updateClock } from './update-clock';

const minuteMs = 60_000;
/** What is older was left lying by everybody who could be reminded: after an upgrade, nobody is called at night for it. */
const oldestMs = 24 * 3_600_000;

type DueReminder = Pick<Reminder, 'stage' | 'dueAt' | 'to'>;

/**
 * Rule M18: who has to hear by now (epoch ms) that the update is overdue, and has not. The comms lead's stage is the
 * commander's where nobody has that role; a stage that nobody holds is left out. `onCallLead` is a name of the catalogue.
 */
export function dueReminders(
  record: CommsRecord,
  steps: readonly ReminderStep[],
  onCallLead: string,
  nowMs: number,
): DueReminder[] {
  const clock = updateClock(record, nowMs);
  if (!clock) return [];
  const { dueAt } = clock;
  const lateMs = nowMs - Date.parse(dueAt);
  if (lateMs < 0 || lateMs > oldestMs) return [];
  const isKnown = (stage: ReminderStage) =>
    record.comms.reminders.some((reminder) => reminder.dueAt === dueAt && reminder.stage === stage);
  return steps
    .filter(({ to, afterMinutes }) => lateMs >= afterMinutes * minuteMs && !isKnown(to))
    .flatMap(({ to: stage }) => {
      const to = personOf(record, stage, onCallLead);
      return to ? [{ stage, dueAt, to }] : [];
    });
}

function personOf({ incident }: CommsRecord, stage: ReminderStage, onCallLead: string): Reminder['to'] | null {
  if (stage === 'on_call_lead') return { id: null, name: onCallLead };
  const { commander, roles } = incident;
  const person = stage === 'comms_lead' ? (roles.commsLead ?? commander) : commander;
  return person && { id: person.id, name: person.name };
}

/** Rule M18: that somebody is reminded, before it is sent: what two nodes begin, one records. */
export function recordReminder(
  record: CommsRecord,
  { stage, dueAt, to, ways }: Reminder,
  { actor, now }: RecordContext,
): Decision<CommsEvent> {
  if (actor.kind !== 'system') return refuse({ code: 'not_allowed', action: 'comms.record_reminder', needs: 'system' });
  const clock = updateClock(record, Date.parse(now));
  if (clock?.dueAt !== dueAt || clock.state !== 'overdue') return refuse({ code: 'no_update_promised' });
  if (record.comms.reminders.some((one) => one.dueAt === dueAt && one.stage === stage)) return accept();
  return accept({ type: 'comms.reminder_sent', data: { stage, dueAt, to, ways } });
}

/** Rule M18: a way did not work; who looks at the record is not told that somebody was reached. */
export function recordReminderFailure(
  _record: CommsRecord,
  { stage, dueAt, way, detail }: Extract<CommsEvent, { type: 'comms.reminder_failed' }>['data'],
  { actor }: RecordContext,
): Decision<CommsEvent> {
  if (actor.kind !== 'system') return refuse({ code: 'not_allowed', action: 'comms.record_reminder', needs: 'system' });
  return accept({ type: 'comms.reminder_failed', data: { stage, dueAt, way, detail } });
}
