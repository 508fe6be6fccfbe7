import 'server-only';
import type { Reminder } from '@/lib/domain/comms/events';
import { dueReminders } from '@/lib/domain/comms/remind';
import { getCatalogue } from '../../catalogue/get-catalogue';
import { env } from '../../env';
import { getState } from '../../incident/get-record';
import { now } from '../../kernel/clock';
import { consoleItself } from '../../kernel/console-itself';
import { database } from '../../kernel/database';
import { execute } from '../../kernel/execute';
import { machineCommandId } from '../../kernel/machine-command-id';
import { writePool } from '../../kernel/write-pool';
import { log } from '../../observability/log';
import { type ReminderSubject, sendReminder, waysTo } from './send-reminder';

const oldestMs = 25 * 3_600_000;

/**
 * Rule M18: puts every overdue update to whoever has to hear of it by now, each once. What is recorded first is sent
 * after: of two nodes one records it, and a node that dies between leaves it on the screen alone.
 */
export async function remindOverdue(): Promise<void> {
  const at = now();
  const overdue = await database().incident.findMany({
    where: { updateDueAt: { lt: at, gt: new Date(at.getTime() - oldestMs) } },
    select: { number: true },
  });
  for (const { number } of overdue) {
    try {
      await remindOf(number, at.getTime());
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log().warn({ number, reason }, 'an overdue update could not be put to anybody');
    }
  }
}

async function remindOf(number: string, nowMs: number): Promise<void> {
  const record = await getState(consoleItself, number);
  if (!record) return;
  const { incident, comms } = record.state;
  const { escalation, comms: guide } = getCatalogue();
  const { invite } = escalation.unclassified;
  const onCallLead = escalation.contacts.find(({ id }) => id === invite)?.label ?? invite;
  for (const due of dueReminders({ incident, comms }, guide.reminders, onCallLead, nowMs)) {
    const reminder = { ...due, ways: await waysTo(due.to) };
    if (await isRecorded(number, reminder)) await send(reminder, incident);
  }
}

/** True for the one who recorded it first. */
async function isRecorded(number: string, reminder: Reminder): Promise<boolean> {
  const commandId = machineCommandId(['comms.record_reminder', number, reminder.dueAt, reminder.stage]);
  const command = {
    commandId,
    type: 'comms.record_reminder',
    input: { number, ...reminder },
    occurredAt: null,
  } as const;
  const executed = await execute(door(), consoleItself, command);
  return !executed.reused && !executed.duplicate && executed.outcome.outcome === 'applied';
}

async function send(reminder: Reminder, about: ReminderSubject): Promise<void> {
  const { stage, dueAt, ways } = reminder;
  for (const way of ways) {
    const sending = await sendReminder(way, reminder, about);
    if (sending.outcome === 'sent') continue;
    const commandId = machineCommandId(['comms.record_reminder_failure', about.number, dueAt, stage, way]);
    const input = { number: about.number, stage, dueAt, way, detail: sending.problem };
    await execute(door(), consoleItself, {
      ...{ commandId, type: 'comms.record_reminder_failure', input, occurredAt: null },
    } as const);
  }
}

function door() {
  return { writes: writePool(), catalogue: getCatalogue(), chainKey: env().CHAIN_KEY };
}
