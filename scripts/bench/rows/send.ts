import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { type FakeMailServer, startMail } from '../../../e2e/fakes/receivers/start-mail';
import { type FakeSlack, startSlack } from '../../../e2e/fakes/receivers/start-slack';
import { publishUpdate } from '../../../e2e/fixtures/publish-update';
import { queryDatabase } from '../../../e2e/fixtures/query-database';
import { monotonicMs } from '../clock';
import type { Figure, Row } from '../report/figure';
import { percentile, percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { openLoop, timesOf } from '../stage/open-loop';
import type { Session } from '../stage/session';
import type { Stage } from '../stage/stage';

const PER_SECOND = 50;
const INCIDENTS = 10;
const UNDO_MS = 10_000;

/** Sends updates of several incidents; how long after their undo window Slack was asked, in milliseconds. */
async function sendUpdates(session: Session, slack: FakeSlack, count: number): Promise<number[]> {
  const leavesAt = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const number = await session.declare(`Told of ${index}`);
    const nextUpdateAt = new Date(Date.now() + 1_200_000).toISOString();
    const body = `Look ${index}: all works. Next update by ${nextUpdateAt.slice(11, 16)} UTC.`;
    const words = { phase: 'investigating', language: 'en', headline: 'A look', nextUpdateAt };
    const texts = [{ channel: 'incidents', subject: null, body }];
    const sent = await session.send('comms.send_update', { number, updateId: uuidv7(), ...words, texts });
    const recordedAt = sent.events[0]?.recordedAt;
    if (!recordedAt) throw new Error(`an update was answered with ${sent.status} ${sent.outcome}`);
    leavesAt.set(body, Date.parse(recordedAt) + UNDO_MS);
  }
  await untilSo(() => slack.received.length >= count, 30_000);
  return slack.received.map(({ at, body }) => at - (leavesAt.get(JSON.parse(body).text) ?? Number.NaN));
}

/** Times of commands at a steady 50 a second, spread over the incidents. */
async function command(session: Session, numbers: readonly string[], seconds: number): Promise<number[]> {
  const acts = await openLoop(PER_SECOND, PER_SECOND * seconds, async (index) => {
    const number = numbers[index % numbers.length] ?? '';
    const { status } = await session.send('timeline.add_note', { number, text: `Note ${index}` });
    if (status !== 200) throw new Error(`a note was answered with ${status}`);
  });
  return timesOf(acts);
}

/** An update with this many subscribers, whose mails are due now. */
async function queueMails(stage: Stage, number: string, count: number): Promise<void> {
  const words = { headline: 'Uploads fail', body: 'Uploads fail. Playback works.', components: {} } as const;
  await publishUpdate(stage.console, number, { ...words, phase: 'identified', nextUpdateAt: null });
  await queryDatabase(
    stage.console,
    `WITH s AS (
       INSERT INTO subscription (id, incident_number, email, language, token_hash, created_at, confirmed_at)
       SELECT gen_random_uuid(), $1, 'reader-' || n || '@example.org', 'en', sha256(($1 || n)::bytea), now(), now()
       FROM generate_series(1, $2) n RETURNING id), m AS (
       INSERT INTO subscriber_mail (update_id, subscription_id, incident_number, state, not_before)
       SELECT d.update_id, s.id, $1, 'queued', now() FROM s, delivery d WHERE d.incident_number = $1)
     SELECT pg_notify('delivery_queued', '')`,
    [number, count],
  );
}

async function untilSo(isSo: () => boolean, mostMs: number): Promise<void> {
  const end = monotonicMs() + mostMs;
  while (!isSo()) {
    if (monotonicMs() > end) throw new Error('it did not come about in time');
    await sleep(20);
  }
}

/** What mails to everybody cost the commands that are sent meanwhile. */
async function mailWhileCommanding(stage: Stage, session: Session, mail: FakeMailServer): Promise<Figure[]> {
  const mails = stage.options.isQuick ? 2_000 : 10_000;
  const number = await session.declare('Mailed to many');
  const numbers: string[] = [];
  while (numbers.length < INCIDENTS) numbers.push(await session.declare(`Busy ${numbers.length}`));
  await command(session, numbers, 4);
  const before = await command(session, numbers, stage.options.isQuick ? 4 : 20);
  progress(`send: ${mails} mails while commands run`);
  await queueMails(stage, number, mails);
  const began = monotonicMs();
  const during = await command(session, numbers, stage.options.isQuick ? 4 : 20);
  const meanwhile = mail.received.length;
  await untilSo(() => mail.received.length >= mails, 600_000);
  const tookS = (monotonicMs() - began) / 1000;
  return [
    ...percentileFigures('command at 50/s, nothing queued', 'ms', before, { 50: {}, 95: {} }),
    ...percentileFigures(`command at 50/s, while ${mails} mails leave`, 'ms', during, {
      50: { floor: percentile(before, 50) },
      95: { floor: percentile(before, 95) },
    }),
    { what: 'mails that left during those', value: meanwhile, unit: '', n: mails },
    { what: `${mails} mails`, value: tookS, unit: 's', n: new Set(mail.received.flatMap(({ to }) => to)).size },
  ];
}

/** From an accepted update to the request at Slack, and what ten thousand mails cost the record. */
export const send: Row = {
  name: 'send',
  intervalMs: null,
  measure: async (stage): Promise<Figure[]> => {
    const [slack, mail] = await Promise.all([startSlack(), startMail()]);
    const places = { SLACK_WEBHOOK_URL: slack.webhookUrl, SMTP_URL: mail.url, MAIL_FROM: 'status@veza.example' };
    Object.assign(process.env, places);
    try {
      await stage.start(5000);
      const session = await stage.session('commander');
      await stage.closeBrowser();
      const late = await sendUpdates(session, slack, stage.options.isQuick ? 5 : 20);
      return [
        ...percentileFigures('undo window over → Slack asked', 'ms', late, { 50: {}, 100: { budget: 1_000 } }),
        ...(await mailWhileCommanding(stage, session, mail)),
      ];
    } finally {
      for (const name of Object.keys(places)) delete process.env[name];
      await Promise.all([slack.end(), mail.end()]);
    }
  },
};
