import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { GET, POST } from '@/app/api/v1/incidents/[number]/follow-links/route';
import { aFollowNode, type FollowNode } from '@/lib/testing/a-follow-node';
import { outcomeOf } from '@/lib/testing/a-write-door';

const cookieNow = vi.hoisted(() => ({ value: '' }));
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => ({ value: cookieNow.value }) }) }));

let node: FollowNode;
const cookies: Record<string, string> = { nobody: '' };
const numbers: Record<string, string> = { absent: 'INC-2026-9999' };
beforeAll(async () => {
  node = await aFollowNode();
  const [commander, viewer] = [await node.person('commander'), await node.person('viewer')];
  Object.assign(cookies, { commander: commander.cookie, viewer: viewer.cookie });
  numbers.open = await node.incident(commander);
  numbers.private = await node.incident(commander);
  const onlyHer = { number: numbers.private, people: [], reason: 'Security' };
  outcomeOf(await node.door.send(commander.actor, 'incident.set_visibility', onlyHer));
});
afterAll(() => node.close());

const sound = { label: 'Press office', ttlHours: 24 };

function ask(
  method: 'GET' | 'POST',
  who: string,
  kind: string,
  body: unknown = sound,
  origin = 'https://console.test',
) {
  cookieNow.value = cookies[who]?.split('=')[1] ?? '';
  const headers = { origin, 'content-type': 'application/json' };
  const url = 'https://console.test/x';
  const context = { params: Promise.resolve({ number: numbers[kind] ?? '' }) };
  if (method === 'GET') return GET(new Request(url, { headers }), context);
  return POST(new Request(url, { method, headers, body: JSON.stringify(body) }), context);
}

it('[M6] links are made and listed by responders and above, of incidents they may see that are not private', async () => {
  const statuses: Record<string, number[]> = {};
  for (const who of ['nobody', 'viewer', 'commander']) {
    for (const method of ['GET', 'POST'] as const) {
      const kinds = ['open', 'private', 'absent'];
      statuses[`${method} ${who}`] = await Promise.all(
        kinds.map(async (kind) => (await ask(method, who, kind)).status),
      );
    }
  }
  expect(statuses).toEqual({
    ...{ 'GET nobody': [401, 401, 401], 'POST nobody': [401, 401, 401] },
    ...{ 'GET viewer': [403, 404, 404], 'POST viewer': [403, 404, 404] },
    ...{ 'GET commander': [200, 200, 404], 'POST commander': [201, 409, 404] },
  });
});

it('[M6] an address is told once: the list has everything but the token', async () => {
  const made = await (await ask('POST', 'commander', 'open')).json();
  expect(made).toMatchObject({ address: expect.stringMatching(/^https:\/\/console\.test\/follow\/s\/[\w-]{22}$/) });
  const listed = await (await ask('GET', 'commander', 'open')).json();
  expect(listed.items[0]).toMatchObject({ linkId: made.linkId, label: 'Press office', views: 0, lastViewedAt: null });
  expect(JSON.stringify(listed)).not.toContain(made.address.split('/').at(-1));
});

it('what is malformed, too long or from elsewhere makes none', async () => {
  const before = (await (await ask('GET', 'commander', 'open')).json()).items.length;
  for (const bad of [
    { ...sound, ttlHours: 721 },
    { ...sound, ttlHours: 0.5 },
    { ...sound, label: ' ' },
    { ...sound, label: 'two\nlines' },
    { ...sound, token: 'mine' },
    [],
  ]) {
    expect((await ask('POST', 'commander', 'open', bad)).status, JSON.stringify(bad)).toBe(422);
  }
  expect((await ask('POST', 'commander', 'open', sound, 'https://evil.test')).status).toBe(403);
  expect((await (await ask('GET', 'commander', 'open')).json()).items).toHaveLength(before);
});
