import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeMailServer, startMail } from '@/e2e/fakes/receivers/start-mail';
import { aDeliveryQueue, type TestQueue } from '@/lib/testing/a-delivery-queue';
import { seededRandom } from '@/lib/testing/seeded-random';
import { recoverDeliveries } from './recover-deliveries';
import { SubscriberMails } from './subscriber-mails';
import { tellMails } from './tell-mails';

// EVERY_MAIL=1 sends to as many as the promise is about.
const addresses = process.env.EVERY_MAIL ? 1_000 : 200;
const kills = 10;

let queue: TestQueue;
let server: FakeMailServer;
beforeAll(async () => {
  [queue, server] = await Promise.all([aDeliveryQueue(), startMail()]);
});
afterAll(() => Promise.all([queue.close(), server.end()]));

/** An update that was published, and a mail for each subscriber. */
async function publish(): Promise<string> {
  const number = await queue.incident();
  const id = await queue.add('follow', { number, updateId: uuidv7() });
  const published = `UPDATE delivery SET state = 'sent', settled_at = now() WHERE id = $1 RETURNING update_id`;
  const { rows } = await queue.pool.query(published, [id]);
  const updateId = rows[0].update_id;
  await queue.pool.query(
    `WITH s AS (
       INSERT INTO subscription (id, incident_number, email, language, token_hash, created_at, confirmed_at)
       SELECT gen_random_uuid(), $1, 'reader-' || n || '@example.org', 'en', sha256(($1 || n)::bytea), now(), now()
       FROM generate_series(1, $2) n RETURNING id)
     INSERT INTO subscriber_mail (update_id, subscription_id, incident_number, state, not_before)
     SELECT $3, id, $1, 'queued', now() FROM s`,
    [number, addresses, updateId],
  );
  return updateId;
}

function startNode(): ChildProcess {
  const flags = ['--conditions=react-server', '--import', 'tsx', path.resolve('lib/testing/mail-node-process.ts')];
  return spawn(process.execPath, [...flags, queue.door.url, server.url], { stdio: 'inherit' });
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it does not come about');
    await sleep(1);
  }
}

/** Kills a node once the server has so many mails, wherever it is with the next ones. */
async function killAt(mails: number, afterMs: number): Promise<void> {
  const node = startNode();
  await until(() => server.received.length >= mails);
  await sleep(afterMs);
  node.kill('SIGKILL');
  await once(node, 'exit');
}

interface Result {
  email: string;
  state: string;
}

async function results(updateId: string): Promise<Result[]> {
  const { rows } = await queue.pool.query<Result>(
    'SELECT s.email, m.state FROM subscriber_mail m JOIN subscription s ON s.id = m.subscription_id WHERE update_id = $1',
    [updateId],
  );
  return rows;
}

it('[M4] each subscriber has an update exactly once or it is uncertain, however often the console is killed', async () => {
  const updateId = await publish();
  const random = seededRandom(6).next;
  for (let kill = 1; kill <= kills; kill += 1) {
    const left = (await results(updateId)).filter(({ state }) => state === 'queued').length;
    const more = Math.floor((random() * 2 * left) / (kills - kill + 4));
    await killAt(server.received.length + more, random() * 5);
  }
  const last = startNode();
  await until(async () => (await results(updateId)).every(({ state }) => state !== 'queued' && state !== 'sending'));
  last.kill('SIGKILL');
  await once(last, 'exit');

  const all = await results(updateId);
  const times = new Map<string, number>();
  for (const address of server.received.flatMap(({ to }) => to)) times.set(address, (times.get(address) ?? 0) + 1);
  const sent = all.filter(({ state }) => state === 'sent');
  const uncertain = all.filter(({ state }) => state === 'uncertain');
  const arrived = uncertain.filter(({ email }) => times.has(email));
  process.stdout.write(
    `${kills} kills while ${addresses} mails were sent: ${sent.length} once, ${uncertain.length} uncertain ` +
      `(${arrived.length} of them arrived once), ${[...times.values()].filter((count) => count > 1).length} twice\n`,
  );
  expect(all).toHaveLength(addresses);
  expect([...times.values()].every((count) => count === 1)).toBe(true);
  expect(sent.every(({ email }) => times.get(email) === 1)).toBe(true);
  expect(sent.length + uncertain.length).toBe(addresses);
  expect(uncertain.length).toBeLessThanOrEqual(kills * 10);

  await tellMails(queue.parts, new Date(0));
  const detail = `${sent.length} got it, 0 could not be reached, ${uncertain.length} uncertain`;
  expect(queue.told).toMatchObject([
    { updateId, destination: 'subscribers', detail: expect.stringContaining('got it') },
  ]);
  expect(queue.told[0]?.detail?.replaceAll(',', '')).toBe(detail.replaceAll(',', ''));
}, 300_000);

it('[M4] a mailbox that is not there ends its subscription; who ended it gets nothing; a server that is away costs nobody', async () => {
  const updateId = await publish();
  const mail = (state: string) =>
    queue.pool.query('SELECT 1 FROM subscriber_mail WHERE update_id = $1 AND state = $2', [updateId, state]);
  await queue.pool.query("UPDATE subscription SET ended_at = now() WHERE email = 'reader-1@example.org'");
  queue.later(60_000);
  const away = new SubscriberMails({
    ...queue.parts,
    mailSubscriber: async () => ({ outcome: 'again', problem: 'the mail server: connection refused', isDown: true }),
  });
  await away.work();
  expect((await mail('queued')).rowCount).toBeGreaterThan(addresses - 40);
  queue.later(3_600_000);
  const back = new SubscriberMails({
    ...queue.parts,
    mailSubscriber: async (_, { email }) =>
      email === 'reader-2@example.org' ? { outcome: 'refused', problem: '550', isGone: true } : { outcome: 'sent' },
  });
  await back.work();
  await recoverDeliveries(queue.parts);
  expect((await mail('sent')).rowCount).toBe(addresses - 2);
  expect((await mail('given_up')).rowCount).toBe(2);
  const { rows } = await queue.pool.query(
    "SELECT DISTINCT ended_by FROM subscription WHERE email = 'reader-2@example.org'",
  );
  expect(rows).toContainEqual({ ended_by: 'bounced' });
});
