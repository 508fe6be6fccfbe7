import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakeMailServer, startMail } from '@/e2e/fakes/receivers/start-mail';
import { type FakeSlack, startSlack } from '@/e2e/fakes/receivers/start-slack';
import type { Actor } from '@/lib/domain/access/actor';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { actorOf, recordSignIn } from '../../access/sign-in-store';
import type { Mailer } from '../../integrations/mail/mailer';
import { replaceClock } from '../../kernel/clock';
import { database } from '../../kernel/database';
import { readEvents } from '../../kernel/event-store';
import { perProcess } from '../../kernel/per-process';
import { writePool } from '../../kernel/write-pool';
import { remindOverdue } from './remind-overdue';

let door: TestDoor;
let mail: FakeMailServer;
let slack: FakeSlack;
let aheadMs = 0;
const restoreClock = replaceClock({ now: () => new Date(Date.now() + aheadMs) });
const minute = 60_000;

beforeAll(async () => {
  [door, mail, slack] = await Promise.all([aWriteDoor(), startMail(), startSlack()]);
  setNodeEnvironment(door.url, {
    ...{ SMTP_URL: mail.url, MAIL_FROM: 'Incidents <incidents@example.org>' },
    ...{ SLACK_BOT_TOKEN: 'xoxb-fake', SLACK_CHANNEL: 'C0FAKE0001', SLACK_API_URL: slack.apiUrl },
  });
});
beforeEach(() => {
  aheadMs = 0;
  mail.received.length = 0;
  slack.messages.length = 0;
});
afterAll(async () => {
  restoreClock();
  perProcess<Mailer | null>('mailer', () => null)?.close();
  await Promise.all([mail.end(), slack.end()]);
  await Promise.all([database().$disconnect(), writePool().end()]);
  await door.close();
});

async function signedIn(name: string, email: string | null): Promise<Actor> {
  const identity = { issuer: 'https://issuer.test', subject: uuidv7(), name, idToken: null, email };
  const actor = await actorOf(await recordSignIn({ ...identity, role: 'commander' }));
  if (!actor) throw new Error('nobody signed in');
  return actor;
}

async function declared(by: Actor, over: object = {}): Promise<string> {
  const outcome = outcomeOf(await door.send(by, 'incident.declare', { title: 'It broke', severity: 'SEV-2', ...over }));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

async function remindersOf(number: string): Promise<unknown[]> {
  const events = await readEvents(database(), number, 0);
  return events.flatMap(({ type, data, actor }) =>
    type === 'comms.reminder_sent' ? [[data.stage, data.to.name, data.ways, actor.id]] : [],
  );
}

it('[M18] each stage is said once, by two nodes at once, again and again, and after the minutes of the catalogue', async () => {
  const camille = await signedIn('Camille Roux', 'camille@example.org');
  const number = await declared(camille);
  await remindOverdue();
  expect(await remindersOf(number)).toEqual([]);

  aheadMs = 6 * minute;
  await Promise.all([remindOverdue(), remindOverdue()]);
  await remindOverdue();
  expect(await remindersOf(number)).toEqual([['comms_lead', 'Camille Roux', ['mail'], 'console']]);
  expect(mail.received.map(({ to }) => to)).toEqual([['camille@example.org']]);
  const told = await mail.received[0]?.parse();
  expect(told?.subject).toContain(`${number}: an update is overdue`);
  expect(told?.text).toContain(`https://console.test/incidents/${number}/comms`);

  aheadMs = 21 * minute;
  await remindOverdue();
  expect(await remindersOf(number)).toEqual([
    ['comms_lead', 'Camille Roux', ['mail'], 'console'],
    ['commander', 'Camille Roux', ['mail'], 'console'],
    ['on_call_lead', 'On-call lead', ['slack'], 'console'],
  ]);
  expect(slack.messages.map(({ text }) => text)).toEqual([expect.stringContaining('was due')]);
});

it('[M18] whom no address is known of hears by Slack; nobody does of a private incident', async () => {
  const nadia = await signedIn('Nadia Benali', null);
  const [open, hidden] = [await declared(nadia), await declared(nadia, { isPrivate: true })];
  aheadMs = 6 * minute;
  await remindOverdue();
  expect(await remindersOf(open)).toEqual([['comms_lead', 'Nadia Benali', ['slack'], 'console']]);
  expect(await remindersOf(hidden)).toEqual([]);
  expect(slack.messages.every(({ text }) => !text.includes(hidden))).toBe(true);
});

it('[M18] a way that does not work is told, and nobody is said to be reached by it', async () => {
  const lena = await signedIn('Lena Fischer', null);
  const number = await declared(lena);
  slack.behave({ status: 403, body: 'action_prohibited' });
  aheadMs = 6 * minute;
  await remindOverdue();
  await remindOverdue();
  const failures = (await readEvents(database(), number, 0)).filter(({ type }) => type === 'comms.reminder_failed');
  expect(failures.map(({ data }) => data)).toMatchObject([{ stage: 'comms_lead', way: 'slack' }]);
});
