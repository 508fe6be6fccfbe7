import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aCuttingProxy } from '@/lib/testing/a-cutting-proxy';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { database } from '../kernel/database';
import { makeCaptureToken } from './capture-token';
import { hashStream } from './hash-file';
import { listEvidence } from './list-evidence';
import { openOriginal } from './open-original';
import { tendSpool } from './tend-spool';

const mostBytes = 40_000_000;
let node: EvidenceNode;
let responder: TestPerson;
let commander: TestPerson;
let number: string;
beforeAll(async () => {
  node = await anEvidenceNode({ EVIDENCE_MAX_BYTES: String(mostBytes) });
  responder = await node.person('responder', 'Rafael');
  commander = await node.person('commander', 'Camille');
  number = await node.incident(commander);
});
afterAll(() => node.close());

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const itemsOf = async () => (await listEvidence(commander.actor, number)) ?? [];
const name = 'incident-20261122-031500-api.log';
const quickly = [0, 10, 50, 100, 200, 500, 1_000, 1_000, 1_000, 1_000, 1_000];

/** Sends it as a browser's library would, over `url`; resolves with the upload's address, rejects with its last error. */
function upload(
  bytes: Buffer,
  url: string,
  more: {
    metadata?: Record<string, string>;
    headers?: Record<string, string>;
    chunkSize?: number;
    uploadUrl?: string;
  } = {},
) {
  const { metadata = {}, headers = responder.headers, chunkSize = 1_000_000, uploadUrl = null } = more;
  return new Promise<string>((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: `${url}/api/v1/uploads`,
      ...{ headers, chunkSize, uploadUrl, retryDelays: quickly, metadata: { number, name, ...metadata } },
      onSuccess: () => resolve(sending.url ?? ''),
      onError: reject,
      onShouldRetry: () => true,
    });
    sending.start();
  });
}

function tus(method: string, place: string, headers: Record<string, string>, body?: Buffer | string) {
  const own = { 'tus-resumable': '1.0.0', ...headers };
  return fetch(new URL(place, node.url), { method, headers: own, ...(body && { body: body as BodyInit }) });
}

const encoded = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

async function begin(
  size: number,
  headers: Record<string, string> = responder.headers,
  metadata: Record<string, string> = { number, name },
) {
  const own = { ...headers, 'upload-length': String(size), 'upload-metadata': encoded(metadata) };
  const response = await tus('POST', '/api/v1/uploads', own);
  return { status: response.status, response, place: response.headers.get('location') ?? '' };
}

const patch = (
  place: string,
  offset: number,
  body: Buffer | string,
  headers: Record<string, string> = responder.headers,
) =>
  tus(
    'PATCH',
    place,
    { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
  );

describe('[E4] a file that comes piece by piece', () => {
  it('is evidence once the last piece is here, as it was sent', async () => {
    const bytes = randomBytes(5_000_001);
    const url = await upload(bytes, node.url, { metadata: { sha256: sha256Of(bytes) } });
    const evidenceId = url.slice(-36);
    expect((await itemsOf()).at(-1)).toMatchObject({
      ...{ evidenceId, name, sizeBytes: 5_000_001, sha256: sha256Of(bytes), recipe: 'api-log', way: 'resumable' },
      by: { name: 'Rafael' },
    });
    await eventually(async () => expect((await itemsOf()).at(-1)?.place).toBe('store'));
    expect(await hashStream(await openOriginal(evidenceId))).toBe(sha256Of(bytes));
    await eventually(() => expect(node.spooled()).toEqual([]));
  });

  it('over a line that goes dead at five places is the same file, once', async () => {
    const bytes = randomBytes(12_000_000);
    const before = (await itemsOf()).length;
    const proxy = await aCuttingProxy(node.url, [700, 1_500_000, 4_000_000, 4_100_000, 11_000_000]);
    await upload(bytes, proxy.url, { chunkSize: 4_000_000 });
    expect(proxy.cuts()).toBe(5);
    proxy.close();
    const items = (await itemsOf()).slice(before);
    expect(items.map(({ sha256 }) => sha256)).toEqual([sha256Of(bytes)]);
  });

  it('is told how far it got after it became evidence, so that nobody sends it twice', async () => {
    const url = await upload(Buffer.from('all of it'), node.url);
    await eventually(() => expect(node.spooled()).toEqual([]));
    const head = await tus('HEAD', url, responder.headers);
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      200,
      '9',
      '9',
    ]);
    expect((await tus('DELETE', url, responder.headers)).status).toBe(400);
  });

  it('that is not what its checksum says is refused, and nothing is kept', async () => {
    const before = (await itemsOf()).length;
    const { place } = await begin(3, responder.headers, { number, name, sha256: '0'.repeat(64) });
    const answer = await patch(place, 0, 'abc');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'wrong_checksum', traceId: expect.any(String) });
    expect(await itemsOf()).toHaveLength(before);
    await eventually(() => expect(node.spooled()).toEqual([]));
    expect((await tus('HEAD', place, responder.headers)).status).toBe(404);
  });

  it.each([
    ['over the limit', mostBytes + 1, {}, 413],
    ['empty', 0, {}, 422],
    ['for no incident', 3, { number: '' }, 404],
    ['for another incident than there is', 3, { number: 'INC-2026-9999' }, 404],
    ['with a checksum that is none', 3, { sha256: 'x' }, 422],
  ])('is not begun when it is %s', async (_, size, metadata, status) => {
    const answer = await begin(size, responder.headers, { number, name, ...metadata });
    expect(answer.status).toBe(status);
    expect(answer.response.headers.get('content-type')).toBe('application/problem+json');
    await eventually(() => expect(node.spooled()).toEqual([]));
  });

  it('takes no byte more than was announced, and none at another place', async () => {
    const { place } = await begin(10);
    expect((await patch(place, 0, 'x'.repeat(11))).status).toBe(413);
    expect((await patch(place, 3, 'x')).status).toBe(409);
    expect((await patch(place, 0, 'x'.repeat(4))).headers.get('upload-offset')).toBe('4');
    expect((await tus('DELETE', place, responder.headers)).status).toBe(204);
    await eventually(() => expect(node.spooled()).toEqual([]));
  });

  it('says nothing to other origins', async () => {
    const { response } = await begin(3, { ...responder.headers });
    const options = await tus('OPTIONS', '/api/v1/uploads', { origin: 'https://evil.test' });
    for (const { headers } of [response, options]) {
      expect([...headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    await tus('DELETE', response.headers.get('location') ?? '', responder.headers);
  });
});

describe('[E4] a disk without room', () => {
  it('is told to the sender, who goes on from there once there is room', async () => {
    const { place } = await begin(10);
    const file = path.join(node.dataDir, 'evidence-spool', 'pieces', place.slice(-36));
    expect((await patch(place, 0, 'half.')).status).toBe(204);
    renameSync(file, `${file}.aside`);
    symlinkSync('/dev/full', file);
    const full = await patch(place, 0, 'x');
    expect([full.status, ((await full.json()) as { code: string }).code]).toEqual([507, 'no_space']);
    rmSync(file);
    renameSync(`${file}.aside`, file);
    const head = await tus('HEAD', place, responder.headers);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '5']);
    expect((await patch(place, 5, 'whole')).status).toBe(204);
    expect((await itemsOf()).at(-1)).toMatchObject({ sha256: sha256Of(Buffer.from('half.whole')) });
  });
});

describe('[E8] [A4] who goes on with a file', () => {
  it('is only whoever began it, while they still may', async () => {
    const person = await node.person('responder');
    const { place } = await begin(10, person.headers);
    const token = (await makeCaptureToken(person.actor, number)).token;
    const elsewhere = (await makeCaptureToken(person.actor, await node.incident(commander))).token;
    const as = async (headers: Record<string, string>) => (await tus('HEAD', place, headers)).status;
    expect(await as(person.headers)).toBe(200);
    expect(await as({ authorization: `Bearer ${token}` })).toBe(200);
    expect(await as(commander.headers)).toBe(404);
    expect(await as({ authorization: `Bearer ${elsewhere}` })).toBe(404);
    expect(await as({})).toBe(401);
    expect(await as({ cookie: person.headers.cookie })).toBe(200);
    expect((await patch(place, 0, 'x', { ...person.headers, origin: 'https://evil.test' })).status).toBe(403);
    await database().person.update({ where: { id: person.actor.id }, data: { role: 'viewer' } });
    expect((await patch(place, 0, 'x', person.headers)).status).toBe(403);
    await database().person.update({ where: { id: person.actor.id }, data: { disabledAt: new Date() } });
    expect((await patch(place, 0, 'x', person.headers)).status).toBe(401);
  });

  it.each([
    ['nobody', async () => ({}), 401],
    ['a viewer', async () => (await node.person('viewer')).headers, 403],
    ['a made-up token', async () => ({ authorization: 'Bearer cap_no' }), 401],
  ])('is not begun by %s', async (_, headers, status) => {
    expect((await begin(3, (await headers()) as Record<string, string>)).status).toBe(status);
  });

  it('cannot pretend that somebody else began it', async () => {
    const { place } = await begin(3, responder.headers, { number, name, by: commander.actor.id, byName: 'Camille' });
    expect((await tus('HEAD', place, commander.headers)).status).toBe(404);
    await patch(place, 0, 'abc');
    expect((await itemsOf()).at(-1)).toMatchObject({ by: { name: 'Rafael' } });
  });

  it.each(['../../etc/passwd', '%2e%2e%2fnode-name', 'node-name', 'x', '0'.repeat(36)])(
    'finds nothing at %j',
    async (id) => {
      const { status } = await tus('HEAD', `/api/v1/uploads/${id}`, responder.headers);
      expect(status).toBe(404);
    },
  );
});

describe('[E9] [F13] a node that is killed', () => {
  let child: ChildProcess | null = null;
  afterEach(() => child?.kill('SIGKILL'));

  /** A node as a process of its own, on the same data; port 0 is any. */
  async function startNode(port: number): Promise<string> {
    const flags = [
      '--conditions=react-server',
      '--import',
      'tsx',
      path.resolve('lib/testing/evidence-node-process.ts'),
    ];
    child = spawn(process.execPath, [...flags, String(port)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    return String(line).trim();
  }
  async function kill(): Promise<void> {
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
  }
  const port = (url: string) => Number(new URL(url).port);

  it('in the middle goes on where it was, and the file is the same', async () => {
    const bytes = randomBytes(30_000_000);
    const before = (await itemsOf()).length;
    const url = await startNode(0);
    const { place } = await begin(bytes.length);
    const stalled = http.request(new URL(place, url), {
      method: 'PATCH',
      headers: {
        ...responder.headers,
        ...{ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        'content-length': String(bytes.length),
      },
    });
    stalled.on('error', () => {});
    stalled.write(bytes.subarray(0, 5_000_000));
    await eventually(() => expect(sizeOfPieces(place)).toBeGreaterThan(4_000_000));
    await kill();
    await startNode(port(url));
    await upload(bytes, url, { chunkSize: 10_000_000, uploadUrl: new URL(place, url).href });
    const items = (await itemsOf()).slice(before);
    expect(items.map(({ sha256 }) => sha256)).toEqual([sha256Of(bytes)]);
  });

  const sizeOfPieces = (place: string) =>
    statSync(path.join(node.dataDir, 'evidence-spool', 'pieces', place.slice(-36))).size;

  // Between the last byte and the answer there are three writes; each one is made to hang, and the node dies in it.
  it.each([
    ['before its row', 'evidence_object', 'INSERT', 'true'],
    ['before its fact', 'event', 'INSERT', `NEW.type = 'evidence.captured'`],
    ['before its row says so', 'evidence_object', 'UPDATE', 'NEW.captured_at IS NOT NULL'],
  ])('between the last byte and the capture, %s, has the file once', async (_, table, operation, when) => {
    const bytes = randomBytes(100_000);
    const before = (await itemsOf()).length;
    const release = await hangIn(table, operation, when);
    const url = await startNode(0);
    const sending = upload(bytes, url);
    await eventually(async () => expect(await isHanging()).toBe(true));
    await kill();
    await release();
    await startNode(port(url));
    await sending;
    expect((await itemsOf()).slice(before).map(({ sha256 }) => sha256)).toEqual([sha256Of(bytes)]);
  });

  it('between the last byte and the capture, whose sender never comes back, makes it good by itself', async () => {
    const bytes = randomBytes(100_000);
    const before = (await itemsOf()).length;
    const whole = () => node.spooled().filter((file) => !file.startsWith('pieces'));
    // What the nodes that were killed before left between two steps is the sweep's.
    const already = new Set(whole());
    const release = await hangIn('event', 'INSERT', `NEW.type = 'evidence.captured'`);
    const url = await startNode(0);
    const sending = fetch(`${url}/api/v1/incidents/${number}/evidence?name=x`, {
      method: 'POST',
      body: bytes,
      headers: responder.headers,
    });
    const failed = sending.catch(() => 'failed');
    await eventually(async () => expect(await isHanging()).toBe(true));
    await kill();
    await release();
    expect(await failed).toBe('failed');
    expect((await itemsOf()).length).toBe(before);
    await database().evidenceObject.updateMany({ where: { capturedAt: null }, data: { receivedAt: new Date(0) } });
    await tendSpool();
    await tendSpool();
    expect((await itemsOf()).slice(before).map(({ sha256 }) => sha256)).toEqual([sha256Of(bytes)]);
    await eventually(() => expect(whole().filter((file) => !already.has(file))).toEqual([]));
  });

  async function hangIn(table: string, operation: string, when: string): Promise<() => Promise<void>> {
    const run = (text: string) => node.door.database.$executeRawUnsafe(text);
    await run(`CREATE OR REPLACE FUNCTION hang() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$`);
    await run(
      `CREATE TRIGGER hang BEFORE ${operation} ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION hang()`,
    );
    return async () => {
      // Its backend does not know yet that nobody waits for it any more.
      await run(
        `DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'; END $$`,
      );
      await run(`DROP TRIGGER hang ON ${table}`);
    };
  }
  async function isHanging(): Promise<boolean> {
    const rows = await node.door.database.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`;
    return rows.length > 0;
  }
});

describe('[F6] a note that was never finished', () => {
  it('is an upload that never was', async () => {
    const { place } = await begin(3);
    const notePath = path.join(node.dataDir, 'evidence-spool', 'pieces', `${place.slice(-36)}.json`);
    truncateSync(notePath, Math.floor(readFileSync(notePath).length / 2));
    expect((await tus('HEAD', place, responder.headers)).status).toBe(404);
    writeFileSync(notePath, '{}');
    expect((await tus('HEAD', place, responder.headers)).status).toBe(404);
    await tendSpool();
  });
});
