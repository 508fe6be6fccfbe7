import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aFollowNode, type FollowNode } from '@/lib/testing/a-follow-node';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { now, replaceClock } from '../../../kernel/clock';
import { perProcess } from '../../../kernel/per-process';
import { readPool } from '../../../kernel/read-pool';
import { publishUpdate } from '../publish-update';
import { subscriberMail } from '../subscriber-mail';
import { confirmationMail } from './confirmation';
import { forgetSubscriptions } from './forget-subscriptions';

const queued = vi.hoisted(() => [] as string[]);
vi.mock('./confirmation', async (original) => ({
  ...(await original<typeof import('./confirmation')>()),
  queueConfirmation: async (id: string) => void queued.push(id),
}));

let node: FollowNode;
let commander: Awaited<ReturnType<FollowNode['person']>>;
let number: string;
let path: string;
beforeAll(async () => {
  node = await aFollowNode({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'status@veza.example' });
  commander = await node.person('commander');
});
beforeEach(async () => {
  queued.length = 0;
  perProcess('subscribing-networks', () => new Map<string, number[]>()).clear();
  number = await node.incident(commander);
  ({ path } = await node.link(commander, number));
});
afterAll(() => node.close());

const hourMs = 3_600_000;

function post(
  to: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(node.url + to, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
}

const ask = (email: string, more: Record<string, string> = {}) => post(`${path}/subscribe`, { email, ...more });

async function later<T>(ms: number, act: () => Promise<T>): Promise<T> {
  const at = now().getTime() + ms;
  const restore = replaceClock({ now: () => new Date(at) });
  return await act().finally(restore);
}

async function rowsNow(): Promise<Record<string, unknown>[]> {
  return (await readPool().query('SELECT * FROM subscription WHERE incident_number = $1 ORDER BY created_at', [number]))
    .rows;
}

async function mailsOf(updateId: string): Promise<string[]> {
  const sql = `SELECT s.email FROM subscriber_mail m JOIN subscription s ON s.id = m.subscription_id
    WHERE m.update_id = $1 AND m.state = 'queued' ORDER BY s.email`;
  return (await readPool().query<{ email: string }>(sql, [updateId])).rows.map(({ email }) => email);
}

/** The path in the mail that asks to confirm. */
async function confirmPath(id = queued.at(-1) ?? ''): Promise<string> {
  const mail = await confirmationMail(id);
  const url = /https:\/\/console\.test(\/follow\/confirm\/\S+)/.exec(mail?.text ?? '')?.[1];
  if (!url) throw new Error('no link in the mail');
  return url;
}

async function subscribe(email: string): Promise<string> {
  await ask(email);
  const at = await confirmPath();
  expect((await post(at)).status).toBe(200);
  return queued.at(-1) ?? '';
}

describe('[M7] nobody is written to unasked', () => {
  it('an address gets updates after the link in its mail was confirmed, and looking at that page confirms nothing', async () => {
    expect((await ask('Ada@Example.org', { language: 'fr' })).status).toBe(200);
    expect(await mailsOf((await node.publish(number)).updateId)).toEqual([]);
    const at = await confirmPath();
    const page = await (await node.get(at)).text();
    expect(page).toMatch(/<html lang="fr">.*<form method="post"/s);
    expect(await mailsOf((await node.publish(number)).updateId)).toEqual([]);
    expect(await (await post(at)).text()).toContain('Vous êtes abonné');
    expect(await mailsOf((await node.publish(number)).updateId)).toEqual(['ada@example.org']);
  });

  it('the answer is the same whether an address is new, waits, is subscribed or has left', async () => {
    const bodies = [await (await ask('same@example.org')).text(), await (await ask('same@example.org')).text()];
    expect(queued).toHaveLength(1);
    await post(await confirmPath());
    bodies.push(await (await ask('same@example.org')).text());
    const { unsubscribeUrl } = subscriberMail(queued[0] ?? '', await node.publish(number));
    await post(new URL(unsubscribeUrl).pathname);
    bodies.push(await (await ask('same@example.org')).text());
    expect(new Set(bodies).size).toBe(1);
    expect(queued).toHaveLength(1);
  });

  it('what is no address is refused, with CR LF too, and asked for again', async () => {
    for (const bad of ['a@example.org\r\nBcc: b@example.org', 'a@b@c.org', '"a"@example.org', 'a', '']) {
      expect((await ask(bad)).status, bad).toBe(422);
    }
    expect((await fetch(`${node.url}${path}/subscribe`, { method: 'POST', body: '{}' })).status).toBe(422);
    expect((await post(`${path}/subscribe`, { email: 'a@example.org', filler: 'x'.repeat(5_000) })).status).toBe(422);
    expect(await rowsNow()).toEqual([]);
  });

  it('is asked at most thirty times an hour by one network, and five times an hour for one address', async () => {
    const statuses = [];
    for (let index = 0; index < 31; index += 1) statuses.push((await ask(`n${index}@example.org`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
    perProcess('subscribing-networks', () => new Map<string, number[]>()).clear();
    queued.length = 0;
    for (let index = 0; index < 7; index += 1) {
      number = await node.incident(commander);
      ({ path } = await node.link(commander, number));
      await ask('victim@example.org');
    }
    expect(queued).toHaveLength(5);
  });

  it('[K10] another site cannot subscribe by the session of whoever visits it', async () => {
    const fields = { email: 'a@example.org' };
    const { cookie } = commander;
    const foreign = { cookie, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };
    expect((await post(`/follow/${number}/subscribe`, fields, foreign)).status).toBe(404);
    const own = { cookie, origin: 'https://console.test' };
    expect((await post(`/follow/${number}/subscribe`, fields, own)).status).toBe(200);
  });
});

describe('[M7] each update goes to each confirmed subscriber once', () => {
  it('however often it is published, and to nobody who left, by one click and without a session', async () => {
    const ids = [await subscribe('a@example.org'), await subscribe('b@example.org')];
    const update = await node.publish(number);
    expect((await publishUpdate({ number, updateId: update.updateId })).mails).toBe(0);
    expect(await mailsOf(update.updateId)).toEqual(['a@example.org', 'b@example.org']);
    const { unsubscribeUrl } = subscriberMail(ids[0] ?? '', update);
    const at = new URL(unsubscribeUrl).pathname;
    expect(await (await node.get(at)).text()).toContain('<form method="post">');
    expect(await mailsOf(update.updateId)).toHaveLength(2);
    expect((await post(at, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await (await post(at)).text()).toContain('No more mails');
    expect(await mailsOf(update.updateId)).toEqual(['b@example.org']);
    expect(await mailsOf((await node.publish(number)).updateId)).toEqual(['b@example.org']);
  });

  it('not of an incident that became private', async () => {
    await subscribe('p@example.org');
    const input = { number, people: [], reason: 'Security' };
    expect(outcomeOf(await node.door.send(commander.actor, 'incident.set_visibility', input)).outcome).toBe('applied');
    expect(await mailsOf((await node.publish(number)).updateId)).toEqual([]);
  });

  it('queues ten thousand at once', async () => {
    await readPool().query(
      `INSERT INTO subscription (id, incident_number, email, language, token_hash, created_at, confirmed_at)
       SELECT gen_random_uuid(), $1, 's' || n || '@example.org', 'en', sha256(n::text::bytea), now(), now() FROM generate_series(1, 10000) n`,
      [number],
    );
    expect(await mailsOf((await node.publish(number)).updateId)).toHaveLength(10_000);
    await ask('one-more@example.org');
    expect(queued).toEqual([]);
  });
});

describe('what a subscriber is sent', () => {
  it('[M6] holds what was published and how to end it, in one line where it must be one', async () => {
    await node.door.send(commander.actor, 'timeline.add_note', { number, text: 'CANARY-note' });
    const id = await subscribe('c@example.org');
    const update = await node.publish(number, { headline: 'Uploads fail\r\nBcc: x@example.org', body: 'Text.' });
    const mail = subscriberMail(id, update);
    expect(mail.subject).toMatch(/^\[.+\] Identified: Uploads fail Bcc: x@example\.org$/);
    expect(mail.text).toContain('Next update by 03:30 UTC, 1 January 2030.');
    expect(mail.text).toContain(mail.unsubscribeUrl);
    expect(JSON.stringify(mail)).not.toMatch(/CANARY|It broke/);
  });

  it('its token is nowhere in the database', async () => {
    const id = await subscribe('t@example.org');
    const { unsubscribeUrl } = subscriberMail(id, await node.publish(number));
    expect(JSON.stringify(await rowsNow())).not.toContain(unsubscribeUrl.split('/').at(-1));
  });
});

describe('what is forgotten', () => {
  it('who did not confirm within a day, and then the link is like one that never was', async () => {
    await ask('slow@example.org');
    const at = await confirmPath();
    await later(25 * hourMs, async () => {
      expect([(await node.get(at)).status, (await post(at)).status]).toEqual([404, 404]);
      await forgetSubscriptions();
    });
    expect(await rowsNow()).toEqual([]);
  });

  it('every address, thirty days after its incident was closed', async () => {
    await subscribe('keep@example.org');
    const send = async (type: string, input: object) =>
      expect(outcomeOf(await node.door.send(commander.actor, type, { number, ...input })).outcome).toBe('applied');
    await send('incident.resolve', { from: 'investigating', cause: 'A full disk', mitigation: 'A larger disk' });
    await send('incident.close', { from: 'resolved' });
    await later(29 * 24 * hourMs, forgetSubscriptions);
    expect((await rowsNow())[0]).toMatchObject({ email: 'keep@example.org', ended_at: null });
    await later(31 * 24 * hourMs, forgetSubscriptions);
    expect((await rowsNow())[0]).toMatchObject({ email: expect.stringMatching(/^erased:/), ended_by: 'expired' });
  });
});
