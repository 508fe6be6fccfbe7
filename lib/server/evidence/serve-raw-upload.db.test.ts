import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { cutOff } from '@/lib/testing/node-environment';
import { database } from '../kernel/database';
import { makeCaptureToken } from './capture-token';
import { hashStream } from './hash-file';
import { listEvidence } from './list-evidence';
import { openOriginal } from './open-original';

const mostBytes = 3_000_000;
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
const place = (query = '', of = number) => `${node.url}/api/v1/incidents/${of}/evidence?${query}`;

async function send(
  body: Buffer | string,
  query = '',
  headers: Record<string, string> = responder.headers,
  of = number,
) {
  const response = await fetch(place(query, of), { method: 'POST', body: body as BodyInit, headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Runs a shell with real curl; answers what it printed. */
function shell(
  command: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn('sh', ['-c', command], { env: { ...process.env, ...env } });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out: out.join(''), err: err.join('') })));
}

const itemsOf = async (of = number) => (await listEvidence(commander.actor, of)) ?? [];
const pipe = 'curl -fsS -T - -H "Authorization: Bearer $TOKEN" "$URL"';

describe('[E4] a file that is sent from a page', () => {
  it('is evidence as it came, and in the store a moment later', async () => {
    const bytes = randomBytes(700_001);
    const { status, body } = await send(bytes, 'name=core.dump');
    const sha256 = sha256Of(bytes);
    expect(status).toBe(201);
    expect(body.evidence).toMatchObject({
      name: 'core.dump',
      sizeBytes: 700_001,
      sha256,
      way: 'browser',
      isLate: false,
    });
    const { evidenceId } = body.evidence;
    expect((await itemsOf()).at(-1)).toMatchObject({ evidenceId, sha256, by: { name: 'Rafael' } });
    await eventually(async () => expect((await itemsOf()).at(-1)?.place).toBe('store'));
    expect(await hashStream(await openOriginal(evidenceId))).toBe(sha256);
    await eventually(() => expect(node.spooled()).toEqual([]));
  });

  it('of a known kind is known by its name or by what was said', async () => {
    const byName = await send('log', 'name=incident-20261122-031500-api.log');
    expect(byName.body.evidence).toMatchObject({ recipe: 'api-log', mediaType: 'text/plain' });
    expect((await send('log', 'recipe=api-log')).body.evidence).toMatchObject({
      recipe: 'api-log',
      name: expect.stringMatching(/^incident-\d{8}-\d{6}-api\.log$/),
    });
    expect((await send('log', 'name=x&recipe=no-such-recipe')).body.evidence).toMatchObject({ recipe: null });
  });

  const refusals: [string, string, string, number, string][] = [
    ['empty', '', '', 422, 'empty_file'],
    ['not what its checksum says', 'x', `sha256=${'0'.repeat(64)}`, 422, 'wrong_checksum'],
    ['said to have a checksum that is none', 'x', 'sha256=abc', 422, 'bad_upload'],
    ['named with NUL', 'x', 'name=a%00b', 422, 'bad_upload'],
    ['over the limit', 'x'.repeat(mostBytes + 1), '', 413, 'too_large'],
  ];
  it.each(refusals)('and is %s is refused, and nothing is kept', async (_, body, query, status, code) => {
    const before = (await itemsOf()).length;
    expect(await send(body, query)).toMatchObject({ status, body: { code, traceId: expect.any(String) } });
    expect(await itemsOf()).toHaveLength(before);
    await eventually(() => expect(node.spooled()).toEqual([]));
  });

  it('with the checksum it has is kept, by query or header', async () => {
    const sha256 = sha256Of(Buffer.from('yes'));
    expect((await send('yes', `sha256=${sha256.toUpperCase()}`)).status).toBe(201);
    expect((await send('yes', '', { ...responder.headers, 'x-content-sha256': sha256 })).status).toBe(201);
  });

  it('twice under one name, and in two spellings of it, is so many files', async () => {
    const before = (await itemsOf()).length;
    for (const name of ['tw\u00efce.log', 'tw\u00efce.log', 'twi\u0308ce.log'])
      await send('x', `name=${encodeURIComponent(name)}`);
    const names = (await itemsOf()).slice(before).map(({ name }) => name);
    expect(names).toEqual(['tw\u00efce.log', 'tw\u00efce.log', 'twi\u0308ce.log']);
    const rows = await database().evidenceObject.findMany({ select: { objectKey: true } });
    expect(new Set(rows.map(({ objectKey }) => objectKey)).size).toBe(rows.length);
  });

  it.each([
    '../../etc/passwd',
    '..\\..\\boot.ini',
    '%2e%2e%2f',
    'CON',
    'a\u202Egnp.exe',
    `${'x'.repeat(4_000)}.log`,
    '🔥.log',
    'two\nlines\r\nSet-Cookie: a=b',
    '.htaccess',
    '<img src=x onerror=alert(1)>.log',
  ])('[A6] keeps the name %j as it was given, as data only', async (name) => {
    const { body } = await send('x', `name=${encodeURIComponent(name)}`);
    expect(body.evidence.name).toBe(name);
    const row = await database().evidenceObject.findUniqueOrThrow({ where: { id: body.evidence.evidenceId } });
    expect(row.objectKey).toMatch(/^\d{4}-\d\d-\d\d\/INC-\d{4}-\d{4}\/[0-9a-f]{12}-[A-Za-z0-9._-]{1,100}$/);
  });

  it('[E5] after the incident was closed is kept, and marked late', async () => {
    const closed = await node.incident(commander);
    for (const [type, input] of [
      ['incident.resolve', { from: 'investigating', cause: 'A drive died', mitigation: 'Replaced it' }],
      ['incident.close', { from: 'resolved' }],
    ] as const) {
      expect(outcomeOf(await node.door.send(commander.actor, type, { number: closed, ...input })).outcome).toBe(
        'applied',
      );
    }
    expect((await send('late', '', responder.headers, closed)).body.evidence).toMatchObject({ isLate: true });
    expect((await itemsOf(closed))[0]).toMatchObject({ isLate: true });
  });
});

describe('[E4] a file whose sender lies or leaves', () => {
  /** Speaks HTTP by hand; answers what came back until the connection ended. */
  function raw(head: string[], chunks: string[], leaves = false): Promise<string> {
    const { port, hostname } = new URL(node.url);
    return new Promise((resolve) => {
      let heard = '';
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
        for (const chunk of chunks) socket.write(chunk);
        if (leaves) socket.end();
      });
      socket.on('data', (chunk) => {
        heard += chunk;
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', () => resolve(heard));
    });
  }
  const head = (...more: string[]) => [
    `POST /api/v1/incidents/${number}/evidence?name=x HTTP/1.1`,
    'Host: console.test',
    `Cookie: ${responder.headers.cookie}`,
    `Origin: ${responder.headers.origin}`,
    ...more,
  ];

  it('is not kept when less came than was announced', async () => {
    const before = (await itemsOf()).length;
    await raw(head('Content-Length: 10'), ['five!'], true);
    await eventually(() => expect(node.spooled()).toEqual([]));
    expect(await itemsOf()).toHaveLength(before);
  });

  it('is not kept when the chunks never end', async () => {
    const before = (await itemsOf()).length;
    await raw(head('Transfer-Encoding: chunked'), ['5\r\nfive!\r\n'], true);
    await eventually(() => expect(node.spooled()).toEqual([]));
    expect(await itemsOf()).toHaveLength(before);
  });

  it('is refused for a length over the limit before a byte of it was sent', async () => {
    const heard = await raw(head(`Content-Length: ${mostBytes + 1}`, 'Expect: 100-continue'), []);
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).not.toContain('100 Continue');
  });

  it('keeps what was announced, and takes what follows for another request', async () => {
    const heard = await raw(head('Content-Length: 4'), ['fourGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n']);
    expect(heard).toMatch(/^HTTP\/1\.1 201 [\s\S]*"sizeBytes":4[\s\S]*HTTP\/1\.1 404 /);
  });

  it('over the limit in chunks is told so while it still sends', async () => {
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const request = http.request(place(), { method: 'POST', headers: responder.headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      const chunk = Buffer.alloc(500_000);
      const more = () => {
        while (!request.destroyed && request.write(chunk));
      };
      request.on('drain', more);
      more();
    });
    expect(answered).toBe(413);
    await eventually(() => expect(node.spooled()).toEqual([]));
  });
});

describe('[E8] a file from a shell', () => {
  async function token(of = number, by = responder): Promise<string> {
    return (await makeCaptureToken(by.actor, of)).token;
  }

  it('comes by a pipe into real curl, which prints one line', async () => {
    const env = { TOKEN: await token(), URL: place('name=incident-20261122-031500-api.log') };
    const { code, out, err } = await shell(`seq 1 100000 | ${pipe}`, env);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^saved incident-20261122-031500-api\.log, 588,895 bytes, sha256 [0-9a-f]{64}\n$/);
    expect((await itemsOf()).at(-1)).toMatchObject({ recipe: 'api-log', way: 'pipe', by: { name: 'Rafael' } });
  });

  it('is answered in JSON when that is asked for', async () => {
    const { out } = await shell(`echo x | curl -sS -H 'Accept: application/json' ${pipe.slice(4)}`, {
      TOKEN: await token(),
      URL: place(),
    });
    expect(JSON.parse(out)).toMatchObject({ evidence: { sizeBytes: 2 } });
  });

  it('whose command said nothing is no evidence, and curl fails', async () => {
    const { code, err } = await shell(`true | ${pipe}`, { TOKEN: await token(), URL: place() });
    expect(code).toBe(22);
    expect(err).toContain('422');
  });

  it.each([
    ['a made-up token', async () => `cap_${'A'.repeat(43)}`, 401],
    ['no token', async () => '', 401],
    ['a token that is over', async () => overToken(), 401],
    ['the token of somebody who was disabled', async () => disabledToken(), 401],
    ['the token of another incident', async () => token(await node.incident(commander)), 404],
    ['the token of somebody who is a viewer now', async () => lowered(), 403],
  ])('is refused with %s', async (_, make, status) => {
    const authorization = `Bearer ${await make()}`;
    expect((await send('x', '', { authorization })).status).toBe(status);
  });

  async function overToken() {
    const made = await token();
    await database().captureToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    return made;
  }
  async function disabledToken() {
    const person = await node.person('responder');
    const made = await token(number, person);
    await database().person.update({ where: { id: person.actor.id }, data: { disabledAt: new Date() } });
    return made;
  }
  async function lowered() {
    const person = await node.person('responder');
    const made = await token(number, person);
    await database().person.update({ where: { id: person.actor.id }, data: { role: 'viewer' } });
    return made;
  }

  it('keeps only the hash of a token', async () => {
    const made = await token();
    expect(made).toMatch(/^cap_[A-Za-z0-9_-]{43}$/);
    const rows = await database().captureToken.findMany();
    expect(JSON.stringify(rows.map((row) => Buffer.from(row.tokenHash).toString('latin1')))).not.toContain(
      made.slice(4),
    );
    expect(rows.some((row) => Buffer.from(row.tokenHash).equals(createHash('sha256').update(made).digest()))).toBe(
      true,
    );
  });
});

describe('[E8] [A7] adding to an incident', () => {
  it.each([
    ['nobody', async () => ({}), 401],
    ['a viewer', async () => (await node.person('viewer')).headers, 403],
    ['a lead', async () => (await node.person('lead')).headers, 201],
    ['a page of another site', async () => ({ ...responder.headers, origin: 'https://evil.test' }), 403],
    ['no page at all', async () => ({ cookie: responder.headers.cookie }), 403],
  ])('by %s', async (_, headers, status) => {
    expect((await send('x', '', (await headers()) as Record<string, string>)).status).toBe(status);
  });

  it('that is private or absent looks the same: absent', async () => {
    const secret = await node.incident(commander);
    const onlyHer = { number: secret, people: [], reason: 'Security' };
    expect(outcomeOf(await node.door.send(commander.actor, 'incident.set_visibility', onlyHer)).outcome).toBe(
      'applied',
    );
    const answers = await Promise.all(
      [secret, 'INC-2026-9999', 'nonsense', '%00'].map((of) => send('x', '', responder.headers, of)),
    );
    for (const { status, body } of answers)
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
  });
});

describe('[E4] [I9] a hundred files at once', () => {
  it('are all kept, each as it came', async () => {
    const busy = await node.incident(commander);
    const bodies = Array.from({ length: 100 }, (_, index) => randomBytes(20_000 + index));
    const answers = await Promise.all(
      bodies.map((body, index) => send(body, `name=${index}`, responder.headers, busy)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const items = await itemsOf(busy);
    expect(new Set(items.map(({ sha256 }) => sha256))).toEqual(new Set(bodies.map(sha256Of)));
    await eventually(() => expect(node.spooled()).toEqual([]));
  });
});

describe('[P7] without the database', () => {
  it('a file is not taken, and its sender is told to come again', async () => {
    const heal = await cutOff(node.door.url);
    const { status, body } = await send('x');
    await heal();
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'database_unavailable' });
    await eventually(() => expect(node.spooled()).toEqual([]));
  });
});
