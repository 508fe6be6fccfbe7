import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFollowNode, anUpdate, type FollowNode, insertDelivery } from '@/lib/testing/a-follow-node';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { eventually } from '@/lib/testing/eventually';
import { cutOff } from '@/lib/testing/node-environment';
import { now, replaceClock } from '../../kernel/clock';
import { database } from '../../kernel/database';
import { readEvents } from '../../kernel/event-store';
import { readPool } from '../../kernel/read-pool';
import { followStreams } from './follow-streams';
import { makeLinkToken } from './link-token';
import { listLinks } from './links/list-links';
import { makeLink } from './links/make-link';
import { script } from './page/script';

let node: FollowNode;
let commander: Awaited<ReturnType<FollowNode['person']>>;
let viewer: Awaited<ReturnType<FollowNode['person']>>;
beforeAll(async () => {
  node = await aFollowNode();
  commander = await node.person('commander');
  viewer = await node.person('viewer');
});
afterAll(() => node.close());

const look = (path: string, cookie?: string) => node.get(path, cookie ? { cookie } : {});
const textOf = async (path: string, cookie?: string) => (await look(path, cookie)).text();

/** What an answer shows to whoever looks for a difference. */
async function shownBy(answer: Response) {
  const { date: _, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, body: await answer.text() };
}

async function makePrivate(number: string): Promise<void> {
  const input = { number, people: [], reason: 'Security' };
  expect(outcomeOf(await node.door.send(commander.actor, 'incident.set_visibility', input)).outcome).toBe('applied');
}

async function revoke(number: string, linkId: string): Promise<void> {
  expect(outcomeOf(await node.door.send(commander.actor, 'comms.revoke_link', { number, linkId })).outcome).toBe(
    'applied',
  );
}

describe('[M6] a link shows only what was sent', () => {
  it('and says so while nothing was', async () => {
    const number = await node.incident(commander);
    const { path } = await node.link(commander, number);
    await insertDelivery(anUpdate(number, { headline: 'Not out yet' }), 'queued');
    await insertDelivery(anUpdate(number, { headline: 'Taken back' }), 'withdrawn');
    const page = await textOf(path);
    expect(page).toContain('Nothing has been sent yet');
    expect(page).not.toMatch(/Not out yet|Taken back|The first is due/);
    expect(await textOf(`/follow/${number}`, viewer.cookie)).toMatch(/first (is|update is late).*UTC/s);
  });

  it('whatever stands in title, notes, cause and reasons, in page, feed and for those who sign in', async () => {
    const number = await node.incident(commander, 'CANARY-title db-primary-7');
    for (const [type, input] of [
      ['timeline.add_note', { text: 'CANARY-note' }],
      ['incident.raise_severity', { from: 'SEV-2', to: 'SEV-1', reason: 'CANARY-reason' }],
      ['incident.resolve', { from: 'investigating', cause: 'CANARY-cause', mitigation: 'CANARY-mitigation' }],
    ] as const) {
      outcomeOf(await node.door.send(commander.actor, type, { number, ...input }));
    }
    await node.publish(number);
    const { path } = await node.link(commander, number);
    for (const shown of [
      await textOf(path),
      await textOf(`${path}/feed.xml`),
      await textOf(`/follow/${number}`, viewer.cookie),
    ]) {
      expect(shown).toContain('Uploads fail');
      expect(shown).not.toMatch(/CANARY|db-primary/);
    }
  });

  it('newest first, each in its own language, with what works and what does not', async () => {
    const number = await node.incident(commander);
    await node.publish(number, { headline: 'Uploads fail' });
    await node.publish(number, {
      headline: 'Les envois échouent',
      body: 'Nous cherchons.',
      language: 'fr',
      phase: 'monitoring',
    });
    const { path } = await node.link(commander, number);
    const page = await textOf(path);
    expect(page).toContain('<html lang="fr">');
    expect(page).toMatch(/<h1>Les envois échouent<\/h1>/);
    expect(page.indexOf('Nous cherchons')).toBeLessThan(page.indexOf('We are working on it'));
    expect(page).toMatch(/lang="en"><h3>/);
    expect(page).toMatch(/ne fonctionne pas/);
    expect(page).toMatch(/Ce qui fonctionne/);
  });

  it('says by when the next comes, that it is late, and that it is over', async () => {
    const number = await node.incident(commander);
    const { path } = await node.link(commander, number);
    await node.publish(number, { nextUpdateAt: new Date(now().getTime() + 12 * 60_000).toISOString() });
    expect(await textOf(path)).toMatch(/Next update by.*in 12 min/s);
    await node.publish(number, { nextUpdateAt: new Date(now().getTime() + 10 * 3_600_000).toISOString() });
    expect(await textOf(path)).toMatch(/in about 10 h/);
    await node.publish(number, { nextUpdateAt: '2026-01-01T03:30:00.000Z' });
    expect(await textOf(path)).toMatch(/The next update is late\. It was due by.*03:30 UTC, 1 January 2026/s);
    await node.publish(number, { phase: 'resolved', nextUpdateAt: null });
    expect(await textOf(path)).toMatch(/Resolved<\/span>.*This is over/s);
  });
});

describe('[M19] the page says as of when it holds', () => {
  it('how old the last word is, since when and how long, and by whom it was checked', async () => {
    const number = await node.incident(commander);
    const at = new Date(now().getTime() - 5 * 60_000).toISOString();
    await node.publish(number, { at, checked: { at, probes: 2 }, components: { upload: 'degraded', playback: 'ok' } });
    const { path } = await node.link(commander, number);
    const page = await textOf(path);
    expect(page).toMatch(
      /Last update: <time[^>]*>[^<]*<\/time><span data-since="[^"]+" data-say=", {d} ago">, under 1 min ago/,
    );
    expect(page).toMatch(/Since <time[^>]*>[^<]*<\/time><span[^>]*>, for under 1 min</);
    expect(page).toContain(`; checked ${at.slice(11, 19)} UTC by 2 probes`);
    expect(page).toMatch(new RegExp(`As of <time datetime="${at}"`));
    expect(page).toContain('slow or failing in part');
    expect(page).toContain('Email updates are not set up. This page updates itself.');
    expect(page).toMatch(new RegExp(`class="paper">From https://console.test${path} · as it stood at <time`));
  });

  it('leads whoever signed in back to the console, and nobody else', async () => {
    const number = await node.incident(commander);
    const { path } = await node.link(commander, number);
    expect(await textOf(`/follow/${number}`, viewer.cookie)).toContain(`<a href="/incidents/${number}">`);
    expect(await textOf(path)).not.toContain('/incidents/');
  });

  it('[M17] that it is over while the closing update is still to come, on open pages too', async () => {
    const number = await node.incident(commander);
    const { path } = await node.link(commander, number);
    await node.publish(number, { phase: 'investigating' });
    const heard = await listenTo(`${path}/stream`);
    await eventually(() => expect(heard.text()).toContain('data: 1\n'));
    const input = { number, from: 'investigating', cause: 'c', mitigation: 'm' };
    outcomeOf(await node.door.send(commander.actor, 'incident.resolve', input));
    await followStreams().look(number);
    await eventually(() => expect(heard.text()).toContain('data: 1.5\n'));
    expect(await textOf(path)).toContain('have marked this as resolved. Their closing update is still to come.');
    await node.publish(number, { phase: 'resolved', nextUpdateAt: null });
    const page = await textOf(path);
    expect(page).not.toContain('still to come');
    expect(page).toMatch(/It began at .* and lasted under 1 min/);
  });
});

describe('[M6] a link works until it ends', () => {
  it('and then it is like one that never was: guessed, over, taken back, of an incident that became private', async () => {
    const [revoked, expired, secret] = await Promise.all([1, 2, 3].map(() => node.incident(commander)));
    if (!revoked || !expired || !secret) throw new Error('no incidents');
    const paths: string[] = [
      `/follow/s/${makeLinkToken()}`,
      '/follow/s/x',
      '/follow',
      '/follow/INC-2026-1',
      '/follow/s/',
    ];
    for (const number of [revoked, expired, secret]) {
      await node.publish(number);
      const { path, linkId } = await node.link(commander, number, 1);
      expect((await look(path)).status).toBe(200);
      if (number === revoked) await revoke(number, linkId);
      if (number === secret) await makePrivate(number);
      if (number === expired)
        await readPool().query('UPDATE follow_link SET expires_at = now() WHERE id = $1', [linkId]);
      paths.push(path, `${path}/feed.xml`);
    }
    const answers = [];
    for (const path of paths) answers.push(await shownBy(await look(path)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      status: 404,
      headers: { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' },
    });
  });

  it('is not made for a private incident, and leaves nothing behind', async () => {
    const number = await node.incident(commander);
    await makePrivate(number);
    const made = await makeLink(commander.actor, number, { label: 'x', ttlHours: 1 });
    expect(made).toMatchObject({ refused: { rejection: { code: 'private_stays_inside' } } });
    expect(await listLinks(number)).toEqual([]);
  });

  it('is kept as a hash, and its views are counted', async () => {
    const number = await node.incident(commander);
    const { path, linkId } = await node.link(commander, number);
    const token = path.split('/').at(-1) ?? '';
    const { rows } = await readPool().query('SELECT row_to_json(l)::text AS row FROM follow_link l WHERE id = $1', [
      linkId,
    ]);
    expect(rows[0].row).not.toContain(token);
    const events = await readEvents(database(), number, 0);
    expect(JSON.stringify(events)).not.toContain(token);
    await look(path);
    const start = now();
    await eventually(async () =>
      expect((await listLinks(number))[0]).toMatchObject({ views: 1, label: 'Press office' }),
    );
    await Promise.all([look(path), look(path), look(path)]);
    const restore = replaceClock({ now: () => new Date(start.getTime() + 61_000) });
    try {
      await look(path);
      await eventually(async () => expect((await listLinks(number))[0]).toMatchObject({ views: 5 }));
    } finally {
      restore();
    }
  });
});

describe('[A7] the page by number', () => {
  it('is for those who sign in and may know of it', async () => {
    const number = await node.incident(commander);
    await node.publish(number);
    const stranger = await look(`/follow/${number}`);
    expect([stranger.status, stranger.headers.get('location')]).toEqual([302, `/sign-in?next=%2Ffollow%2F${number}`]);
    expect((await look(`/follow/${number}`, viewer.cookie)).status).toBe(200);
    await makePrivate(number);
    expect((await look(`/follow/${number}`, commander.cookie)).status).toBe(200);
    const hidden = await shownBy(await look(`/follow/${number}`, viewer.cookie));
    expect(hidden).toEqual(await shownBy(await look('/follow/INC-2026-9999', viewer.cookie)));
    expect(hidden.status).toBe(404);
  });
});

describe('the page as bytes', () => {
  it('is at most 60 kB with 30 updates, 10 kB of it script, has nothing to fetch, and a policy that forbids it', async () => {
    const number = await node.incident(commander);
    for (let index = 0; index < 31; index += 1)
      await node.publish(number, { body: 'What happens, at length. '.repeat(40) });
    const { path } = await node.link(commander, number);
    const plain = await node.get(path, { 'accept-encoding': 'identity' });
    const body = await plain.text();
    expect(body.length).toBeLessThan(60_000);
    expect(Buffer.byteLength(script)).toBeLessThan(10_000);
    expect(body).toContain('1 earlier updates are not shown');
    expect(await textOf(`${path}?all=1`)).not.toContain('earlier updates are not shown');
    expect(body).not.toMatch(/(src|href)="(?!\/follow\/|data:)/);
    expect(plain.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'self'/,
    );
    expect(plain.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is not sent again to who has it', async () => {
    const number = await node.incident(commander);
    const { path } = await node.link(commander, number);
    const first = await look(path);
    const etag = first.headers.get('etag') ?? '';
    const again = await node.get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await node.publish(number);
    expect((await node.get(path, { 'if-none-match': etag })).status).toBe(200);
    expect(gunzipSync(await rawGzip(path)).toString()).toContain('Uploads fail');
  });

  it('shows markup in any field as text', async () => {
    const number = await node.incident(commander);
    const bad = `<img src=x onerror=alert(1)>"'</script><script>&\u0001\u0007`;
    await node.publish(number, {
      ...{ headline: bad, subject: bad, body: bad, severity: bad, updateId: '01a20000-0000-7000-8000-000000000000' },
      components: { [bad]: 'down' as const, constructor: 'ok' as const },
    });
    const { path } = await node.link(commander, number);
    for (const shown of [
      await textOf(path),
      await textOf(`/follow/${number}`, viewer.cookie),
      await textOf(`${path}/feed.xml`),
    ]) {
      expect(shown).not.toMatch(/<img|<script>&/);
      expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;');
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that they are gone is the point
    expect(await textOf(`${path}/feed.xml`)).not.toMatch(/[\u0000-\u0008]/);
  });
});

function rawGzip(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    http
      .get(node.url + path, { headers: { 'accept-encoding': 'gzip' } }, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve(Buffer.concat(chunks));
      })
      .on('error', reject);
  });
}

describe('the feed', () => {
  it('is Atom, with ids that stay, and not sent again to who has it', async () => {
    const number = await node.incident(commander);
    const update = await node.publish(number);
    const { path } = await node.link(commander, number);
    const first = await look(`${path}/feed.xml`);
    expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await first.text();
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
    expect(text).toContain(`<id>tag:console.test,${now().getUTCFullYear()}:follow/${number}</id>`);
    expect(text).toContain(`<id>urn:uuid:${update.updateId}</id><title>Identified: Uploads fail</title>`);
    expect(text).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
    const etag = first.headers.get('etag') ?? '';
    expect((await node.get(`${path}/feed.xml`, { 'if-none-match': etag })).status).toBe(304);
    expect((await look(`/follow/${number}/feed.xml`, viewer.cookie)).status).toBe(404);
  });
});

describe('the stream', () => {
  it('tells of a new version, and ends when the link does', async () => {
    const number = await node.incident(commander);
    const { path, linkId } = await node.link(commander, number);
    const heard = await listenTo(`${path}/stream`);
    await eventually(() => expect(heard.text()).toContain('event: at\ndata: 0'));
    await node.publish(number);
    await followStreams().look(number);
    await eventually(() => expect(heard.text()).toContain('event: at\ndata: 1'));
    await revoke(number, linkId);
    await followStreams().look();
    await eventually(() => expect(heard.text()).toContain('event: gone'));
    expect((await look(`${path}/stream`)).status).toBe(404);
    expect((await look(`/follow/${number}/stream`)).status).toBe(401);
  });

  it('[A7] ends for who may no longer know of the incident', async () => {
    const number = await node.incident(commander);
    const theirs = await listenTo(`/follow/${number}/stream`, viewer.cookie);
    const hers = await listenTo(`/follow/${number}/stream`, commander.cookie);
    await makePrivate(number);
    await followStreams().look();
    await eventually(() => expect(theirs.text()).toContain('event: gone'));
    expect(hers.text()).not.toContain('gone');
  });
});

function listenTo(path: string, cookie = ''): Promise<{ text(): string }> {
  return new Promise((resolve, reject) => {
    http
      .get(node.url + path, { headers: { cookie }, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('error', () => {});
        resolve({ text: () => text });
      })
      .on('error', reject);
  });
}

it('[P7] without the database a link goes on showing what was known, and says so; a sign-in waits', async () => {
  const number = await node.incident(commander);
  await node.publish(number);
  const { path } = await node.link(commander, number);
  await look(path);
  const letIn = await cutOff(node.door.url);
  try {
    const page = await look(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/cannot reach its record right now.*Uploads fail/s);
    expect((await look(`/follow/${number}`, viewer.cookie)).status).toBe(503);
    expect((await look(`/follow/s/${makeLinkToken()}`)).status).toBe(503);
  } finally {
    await letIn();
  }
});
