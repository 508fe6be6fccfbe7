import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FakeMailServer, startMail } from '@/e2e/fakes/receivers/start-mail';
import { aFollowNode, anUpdate, type FollowNode, insertDelivery } from '@/lib/testing/a-follow-node';
import { eventually } from '@/lib/testing/eventually';
import type { Mailer } from '../../../integrations/mail/mailer';
import { perProcess } from '../../../kernel/per-process';
import { readPool } from '../../../kernel/read-pool';
import { deliveryQueue } from '../../deliveries/console-queue';
import { askToConfirm } from './ask-to-confirm';

const queued = vi.hoisted(() => [] as string[]);
vi.mock('./confirmation', async (original) => ({
  ...(await original<typeof import('./confirmation')>()),
  queueConfirmation: async (id: string) => void queued.push(id),
}));

let mail: FakeMailServer;
let node: FollowNode;
beforeAll(async () => {
  mail = await startMail();
  node = await aFollowNode({ SMTP_URL: mail.url, MAIL_FROM: 'Incidents <incidents@example.org>' });
});
afterAll(async () => {
  // Its connections are kept for a next mail, which the mail server would wait for.
  perProcess<Mailer | null>('mailer', () => null)?.close();
  await mail.end();
  await node.close();
});

const post = (url: string, fields: Record<string, string> = {}) =>
  fetch(node.url + new URL(url, node.url).pathname, { method: 'POST', body: new URLSearchParams(fields) });

it('[M7] from the form to the last mail: asked once, then each update once, until one click', async () => {
  const commander = await node.person('commander');
  const number = await node.incident(commander, 'CANARY-title');
  const { path } = await node.link(commander, number);
  await post(`${path}/subscribe`, { email: 'ada@example.org', language: 'en' });
  await askToConfirm(queued[0] ?? '');
  const asked = await mail.received[0]?.parse();
  await post(/https:\S+/.exec(asked?.text ?? '')?.[0] ?? '');
  // What was confirmed meanwhile is not asked again.
  await askToConfirm(queued[0] ?? '');
  expect(mail.received).toHaveLength(1);

  const stop = deliveryQueue().start();
  try {
    const update = anUpdate(number);
    await insertDelivery(update, 'queued');
    deliveryQueue().poke(JSON.stringify({ notBefore: new Date().toISOString() }));
    await eventually(() => expect(mail.received).toHaveLength(2));
    const told = await mail.received[1]?.parse();
    expect(told?.subject).toMatch(/Identified: Uploads fail$/);
    expect(told?.text).toContain('Uploads fail since 03:02 UTC');
    expect(mail.received.map(({ source }) => source).join()).not.toContain('CANARY');
    const list = String(mail.received[1]?.source.replace(/\r\n[ \t]+/g, ' '));
    expect(list).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const url = /^List-Unsubscribe: <(https:[^>]+)>/m.exec(list)?.[1] ?? '';
    expect((await post(url, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    await insertDelivery(anUpdate(number), 'queued');
    deliveryQueue().poke(JSON.stringify({ notBefore: new Date().toISOString() }));
    await eventually(async () => {
      const sql = "SELECT count(*)::int AS sent FROM delivery WHERE incident_number = $1 AND state = 'sent'";
      expect((await readPool().query(sql, [number])).rows[0].sent).toBe(2);
    });
    const mails = await readPool().query('SELECT 1 FROM subscriber_mail WHERE incident_number = $1', [number]);
    expect([mails.rowCount, mail.received.length]).toEqual([1, 2]);
  } finally {
    await stop();
  }
});
