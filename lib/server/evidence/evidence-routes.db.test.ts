import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HEAD as askAbout, GET as download } from '@/app/api/v1/evidence/[id]/content/route';
import { POST as makeToken } from '@/app/api/v1/incidents/[number]/capture-tokens/route';
import { GET as list } from '@/app/api/v1/incidents/[number]/evidence/route';
import { captureScript } from '@/lib/domain/evidence/capture-command';
import { capturesOf } from '@/lib/domain/evidence/capture-of';
import type { Captured } from '@/lib/domain/evidence/events';
import { aFolder } from '@/lib/testing/a-folder';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { database } from '../kernel/database';
import { readEvents } from '../kernel/event-store';

const cookieNow = vi.hoisted(() => ({ value: '' }));
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => ({ value: cookieNow.value }) }) }));

let node: EvidenceNode;
const people: Record<string, TestPerson> = {};
const numbers: Record<string, string> = { absent: 'INC-2026-9999' };
const files: Record<string, string> = { absent: '01a20000-0000-7000-8000-000000000000' };
const log = 'line one\nline two\n';

beforeAll(async () => {
  node = await anEvidenceNode();
  for (const role of ['viewer', 'responder', 'commander', 'lead'] as const) people[role] = await node.person(role);
  const commander = as('commander');
  for (const kind of ['own', 'other', 'private'])
    numbers[kind] = await node.incident(kind === 'other' ? as('lead') : commander);
  const onlyHer = { number: numbers.private, people: [], reason: 'Security' };
  expect(outcomeOf(await node.door.send(commander.actor, 'incident.set_visibility', onlyHer)).outcome).toBe('applied');
  for (const kind of ['own', 'other', 'private']) files[kind] = await save(kind);
});
afterAll(() => node.close());

const as = (name: string): TestPerson => people[name] as TestPerson;
const numberOf = (kind: string) => numbers[kind] ?? '';

async function save(kind: string, name = 'a.log', body: string = log): Promise<string> {
  const url = `${node.url}/api/v1/incidents/${numberOf(kind)}/evidence?name=${encodeURIComponent(name)}`;
  const response = await fetch(url, { method: 'POST', body, headers: as('commander').headers });
  return ((await response.json()) as { evidence: { evidenceId: string } }).evidence.evidenceId;
}

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** Asks a route as Next would, as this person. */
function ask<P>(handler: Handler<P>, who: string, params: P, headers: Record<string, string> = {}, method = 'GET') {
  cookieNow.value = who === 'nobody' ? '' : (as(who).headers.cookie.split('=')[1] ?? '');
  const origin = 'https://console.test';
  const request = new Request(`${origin}/x`, { method, headers: { origin, ...headers } });
  return handler(request, { params: Promise.resolve(params) });
}

const content = (who: string, id: string, headers?: Record<string, string>) => ask(download, who, { id }, headers);
const downloadsOf = async (kind: string) =>
  (await readEvents(database(), numberOf(kind), 0)).filter(({ type }) => type === 'evidence.downloaded').length;

const whoms = ['nobody', 'viewer', 'responder', 'commander', 'lead'] as const;
const kinds = ['own', 'other', 'private', 'absent'] as const;
type Expected = Record<(typeof whoms)[number], number[]>;

describe('[E8] [A1] every route of evidence, for every role and every kind of incident', () => {
  const table: [string, (who: string, kind: string) => Promise<{ status: number }>, Expected][] = [
    [
      'the list',
      (who, kind) => ask(list, who, { number: numberOf(kind) }),
      {
        ...{ nobody: [401, 401, 401, 401], viewer: [403, 403, 404, 404], responder: [200, 200, 404, 404] },
        ...{ commander: [200, 200, 200, 404], lead: [200, 200, 404, 404] },
      },
    ],
    [
      'the original',
      (who, kind) => content(who, files[kind] ?? ''),
      {
        ...{ nobody: [401, 401, 401, 401], viewer: [404, 404, 404, 404], responder: [200, 200, 404, 404] },
        ...{ commander: [200, 200, 200, 404], lead: [200, 200, 404, 404] },
      },
    ],
    [
      'the head of the original',
      (who, kind) => ask(askAbout, who, { id: files[kind] ?? '' }, {}, 'HEAD'),
      {
        ...{ nobody: [401, 401, 401, 401], viewer: [404, 404, 404, 404], responder: [200, 200, 404, 404] },
        ...{ commander: [200, 200, 200, 404], lead: [200, 200, 404, 404] },
      },
    ],
    [
      'a token',
      (who, kind) => ask(makeToken, who, { number: numberOf(kind) }, {}, 'POST'),
      {
        ...{ nobody: [401, 401, 401, 401], viewer: [403, 403, 404, 404], responder: [201, 201, 404, 404] },
        ...{ commander: [201, 201, 201, 404], lead: [201, 201, 404, 404] },
      },
    ],
    [
      'a file from a page',
      (who, kind) =>
        fetch(`${node.url}/api/v1/incidents/${numberOf(kind)}/evidence`, {
          method: 'POST',
          body: 'x',
          headers: headersOf(who),
        }),
      {
        ...{ nobody: [401, 401, 401, 401], viewer: [403, 403, 404, 404], responder: [201, 201, 404, 404] },
        ...{ commander: [201, 201, 201, 404], lead: [201, 201, 404, 404] },
      },
    ],
    [
      'a file piece by piece',
      (who, kind) => {
        const metadata = `number ${Buffer.from(numberOf(kind)).toString('base64')}`;
        const own = { 'tus-resumable': '1.0.0', 'upload-length': '3', 'upload-metadata': metadata };
        return fetch(`${node.url}/api/v1/uploads`, { method: 'POST', headers: { ...headersOf(who), ...own } });
      },
      {
        ...{ nobody: [401, 401, 401, 401], viewer: [403, 403, 404, 404], responder: [201, 201, 404, 404] },
        ...{ commander: [201, 201, 201, 404], lead: [201, 201, 404, 404] },
      },
    ],
  ];
  const headersOf = (who: string) => (who === 'nobody' ? {} : as(who).headers);

  it.each(table)('%s', async (_, act, expected) => {
    for (const who of whoms) {
      const statuses: number[] = [];
      for (const kind of kinds) statuses.push((await act(who, kind)).status);
      expect({ who, statuses }).toEqual({ who, statuses: expected[who] });
    }
  });

  it('what is private answers as what is absent', async () => {
    const [hidden, absent] = await Promise.all(
      [files.private, files.absent].map(async (id) => (await content('lead', id ?? '')).json()),
    );
    expect({ ...hidden, traceId: '' }).toEqual({ ...absent, traceId: '' });
  });

  it.each(['nonsense', '../own', "' OR 1=1", '%00'])('finds nothing by the id %j', async (id) => {
    expect((await content('lead', id)).status).toBe(404);
  });

  it('a token is not given to other sites, nor kept by any cache', async () => {
    const evil = { origin: 'https://evil.test' };
    expect((await ask(makeToken, 'commander', { number: numberOf('own') }, evil, 'POST')).status).toBe(403);
    const made = await ask(makeToken, 'commander', { number: numberOf('own') }, {}, 'POST');
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { token, expiresAt } = (await made.json()) as { token: string; expiresAt: string };
    expect(token).toMatch(/^cap_[\w-]{43}$/);
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 60_000)).toBe(30);
  });
});

describe('[E6] [A5] the original', () => {
  it('comes as an attachment that no browser runs, and is a download in the record', async () => {
    const before = await downloadsOf('own');
    const answer = await content('responder', files.own ?? '');
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store, no-transform',
      'content-disposition': `attachment; filename="a.log"; filename*=UTF-8''a.log`,
      'content-length': String(log.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'application/octet-stream',
      etag: `"${createHash('sha256').update(log).digest('hex')}"`,
      'x-content-type-options': 'nosniff',
    });
    expect(await answer.text()).toBe(log);
    expect(await downloadsOf('own')).toBe(before + 1);
  });

  it.each<[string, number, string, string | null, number]>([
    ['bytes=0-3', 206, 'line', 'bytes 0-3/18', 1],
    ['bytes=5-7', 206, 'one', 'bytes 5-7/18', 0],
    ['bytes=9-', 206, 'line two\n', 'bytes 9-17/18', 0],
    ['bytes=-4', 206, 'two\n', 'bytes 14-17/18', 0],
    ['bytes=0-999', 206, log, 'bytes 0-17/18', 1],
    ['bytes=18-', 416, '', 'bytes */18', 0],
    ['bytes=-0', 416, '', 'bytes */18', 0],
    ['bytes=7-5', 200, log, null, 1],
    ['bytes=0-1,4-5', 200, log, null, 1],
    ['lines=1-2', 200, log, null, 1],
    ['bytes=99999999999999999999-', 200, log, null, 1],
  ])('in the part %s', async (range, status, body, contentRange, downloads) => {
    const before = await downloadsOf('own');
    const answer = await content('responder', files.own ?? '', { range });
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ]);
    expect((await downloadsOf('own')) - before).toBe(downloads);
  });

  it('is not sent again to who has it, and whole to who has another one', async () => {
    const etag = (await content('responder', files.own ?? '')).headers.get('etag') ?? '';
    expect((await content('responder', files.own ?? '', { 'if-none-match': etag })).status).toBe(304);
    const other = await content('responder', files.own ?? '', { range: 'bytes=0-3', 'if-range': '"other"' });
    expect([other.status, await other.text()]).toEqual([200, log]);
  });

  it.each<[string, string, string]>([
    ['../../etc/passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
    ['a\r\nSet-Cookie: x=y', 'a__Set-Cookie_ x=y', 'a__Set-Cookie_%20x%3Dy'],
    ['a\u202Egnp.exe', 'a_gnp.exe', 'a_gnp.exe'],
    ['Grüße "2".log', 'Gr__e _2_.log', 'Gr%C3%BC%C3%9Fe%20_2_.log'],
    ["it's (1)*.log", "it's (1)_.log", 'it%27s%20%281%29_.log'],
    ['%2e%2e%2f', '_2e_2e_2f', '%252e%252e%252f'],
    ['🔥.log', '__.log', '%F0%9F%94%A5.log'],
  ])('[A6] named %j has one header, and a name that is harmless', async (name, plain, encoded) => {
    const id = await save('own', name);
    const answer = await content('responder', id);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    );
  });

  it('that is damaged is not served, and says so', async () => {
    const id = await save('own');
    await eventually(async () =>
      expect((await database().evidenceObject.findUniqueOrThrow({ where: { id } })).place).toBe('store'),
    );
    await database().evidenceObject.update({ where: { id }, data: { place: 'damaged' } });
    const answer = await content('responder', id);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([410, 'evidence_gone']);
  });
});

describe('[E8] the script of all capture commands', () => {
  it('sends what works, goes on when one fails, and says what is missing', async () => {
    const made = await ask(makeToken, 'responder', { number: numberOf('other') }, {}, 'POST');
    const { token } = (await made.json()) as { token: string };
    const bin = aFolder();
    const stub = (name: string, text: string) => {
      writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(path.join(bin, name), 0o755);
    };
    stub('docker', 'echo "log of $4"; echo "on the error channel" >&2');
    stub('psql', 'echo "connection refused" >&2; exit 2');
    stub('redis-cli', 'echo "biggest keys"');
    const stamp = `$(date +%Y%m%d-%H%M%S)-${token.slice(4, 12)}`;
    const recipes = [
      ['api-log', 'docker logs --tail 500 api', 'api.log'],
      ['pg-activity', 'psql "$DATABASE_URL" -c "SELECT 1;" \\\n', 'pg.txt'],
      ['redis-keys', 'redis-cli --bigkeys', 'redis.txt'],
    ].map(([id = '', command, what]) => {
      const fileName = `incident-${stamp}-${what}`;
      return { id, title: id, fileName, command: `${command} > /tmp/${fileName}` };
    });
    const captures = recipes.flatMap(capturesOf);
    const before = (await itemsOf()).length;
    const script = captureScript(captures, {
      url: `${node.url}/api/v1/incidents/${numberOf('other')}/evidence`,
      token,
    });
    const { code, out } = await run(script, bin);
    expect(out).toMatch(/^saved incident-\S+-api\.log, [\d,]+ bytes, sha256 [0-9a-f]{64}$/m);
    expect(out).toContain('NOT SAVED: pg-activity');
    expect(code).toBe(1);
    const items = (await itemsOf()).slice(before);
    expect(items.map(({ name, way, doubt }) => [name.replace(/^.*-/, ''), way, doubt?.reason])).toEqual([
      ['api.log', 'pipe', undefined],
      ['pg.txt', 'pipe', 'failed'],
      ['redis.txt', 'pipe', undefined],
    ]);
    expect(items[1]?.doubt).toEqual({ reason: 'failed', exitStatus: 2, said: 'connection refused' });
  });

  async function itemsOf() {
    const answer = await ask(list, 'responder', { number: numberOf('other') });
    return ((await answer.json()) as { items: Pick<Captured, 'name' | 'way' | 'doubt'>[] }).items;
  }
  function run(script: string, bin: string): Promise<{ code: number | null; out: string }> {
    const child = spawn('sh', ['-c', script], { env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        out += chunk;
      });
    }
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
  }
});
