import 'server-only';
import type { Reminder, ReminderWay } from '@/lib/domain/comms/events';
import { saidMinute } from '@/lib/domain/kernel/event-words';
import { getCatalogue } from '../../catalogue/get-catalogue';
import { env } from '../../env';
import { isMailSetUp, sendMail } from '../../integrations/mail/send-mail';
import type { Sending } from '../../integrations/receiver';
import { isSlackSetUp, sayInSlack } from '../../integrations/slack/say-in-slack';
import { database } from '../../kernel/database';

/** What a reminder is about. */
export interface ReminderSubject {
  number: string;
  severity: string;
  title: string;
}

/** Rule M18: how this person is reached beside the screen: by mail where an address is known, else by Slack. */
export async function waysTo({ id }: Reminder['to']): Promise<ReminderWay[]> {
  if ((await addressOf(id)) !== null) return ['mail'];
  return isSlackSetUp() ? ['slack'] : [];
}

/** Sends it this way, once. Never throws for what the receiver does. */
export async function sendReminder(way: ReminderWay, reminder: Reminder, about: ReminderSubject): Promise<Sending> {
  const text = wordsOf(reminder, about);
  if (way === 'slack') return await sayInSlack(text);
  const address = await addressOf(reminder.to.id);
  if (address === null) return { outcome: 'refused', problem: 'the address is not known any more' };
  const { number, severity } = about;
  return await sendMail({
    to: [address],
    subject: `[${getCatalogue().platform}] ${severity} ${number}: an update is overdue`,
    text,
    language: 'en',
    key: `reminder ${number} ${reminder.dueAt} ${reminder.stage}`,
    thread: `${number} reminders`,
    unsubscribeUrl: null,
  });
}

function wordsOf({ to, dueAt }: Reminder, { number, severity, title }: ReminderSubject): string {
  const address = `${env().NEXTAUTH_URL}/incidents/${number}/comms`;
  return `${to.name}: the update of ${number} (${severity}, ${title}) was due ${saidMinute(dueAt)}, and nobody has been told.\n${address}`;
}

async function addressOf(id: string | null): Promise<string | null> {
  if (id === null || !isMailSetUp()) return null;
  const person = await database().person.findFirst({ where: { id, disabledAt: null }, select: { email: true } });
  return person?.email ?? null;
}
