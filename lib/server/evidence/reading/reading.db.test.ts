import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundLines, ReadPage } from '@/lib/domain/evidence/reading';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { getState } from '../../incident/get-record';
import { database } from '../../kernel/database';
import { getEvidence } from '../get-evidence';
import { openEvidence } from './open-evidence';
import { prepareReading } from './prepare-reading';
import { readingFolder } from './reading-folder';
import { serveFind, serveLines } from './serve-reading';
import { sweepReadings } from './sweep-readings';

let node: EvidenceNode;
let responder: TestPerson;
let commander: TestPerson;
let number: string;
beforeAll(async () => {
  node = await anEvidenceNode();
  responder = await node.person('responder', 'Rafael');
  commander = await node.person('commander', 'Camille');
  number = await node.incident(commander);
});
afterAll(() => node.close());

/** Saves a file and waits until it is ready to read, or found to be unreadable. */
async function save(name: string, bytes: Buffer | string, more = ''): Promise<string> {
  const address = `${node.url}/api/v1/incidents/${number}/evidence?name=${name}${more}`;
  const response = await fetch(address, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(bytes)),
    headers: responder.headers,
  });
  const { evidence } = (await response.json()) as { evidence: { evidenceId: string } };
  await eventually(async () => {
    const row = await database().evidenceObject.findUnique({ where: { id: evidence.evidenceId } });
    expect(['ready', 'unreadable']).toContain(row?.indexState);
  });
  return evidence.evidenceId;
}

async function serve<Body>(by: TestPerson, id: string, query: string, serveIt = serveLines) {
  const opened = await openEvidence(by.actor, id);
  if (!opened) return { status: 404, body: null as Body };
  const response = await serveIt(new Request(`http://console.test/?${query}`), opened, by.actor, 'trace');
  return { status: response.status, body: (await response.json()) as Body };
}

const linesOf = (by: TestPerson, id: string, query = '') => serve<ReadPage>(by, id, query);
const find = (by: TestPerson, id: string, query: string) => serve<FoundLines>(by, id, query, serveFind);
const itemOf = async (id: string) =>
  (await getState(commander.actor, number))?.state.evidence.items.find(({ evidenceId }) => evidenceId === id);
const custodyOf = async (id: string) =>
  (await getEvidence(commander.actor, number, id))?.custody.map(({ type, by }) => `${by.name}: ${type.slice(9)}`);

describe('[E7] a file that has arrived', () => {
  it('is looked through for secrets once, and its lines are counted', async () => {
    const id = await save('a.log', 'one\npassword=Sommer2026\nthree');
    expect((await itemOf(id))?.secrets).toEqual([{ kind: 'password', count: 1 }]);
    await database().evidenceObject.update({ where: { id }, data: { indexState: 'building' } });
    await prepareReading(id);
    expect((await custodyOf(id))?.filter((entry) => entry.endsWith('scanned'))).toHaveLength(1);
    const { body } = await linesOf(responder, id);
    expect(body).toMatchObject({ total: 3, isIndexed: true, masked: 1, unmaskedUntil: null });
    expect(body.lines[1]).toEqual({ n: 2, text: 'password=‹masked: password›' });
  });

  it('[E11] of 0 bytes, from a command that said nothing, has no lines and no secrets', async () => {
    const id = await save('silent.txt', '', '&status=1');
    expect((await itemOf(id))?.doubt).toEqual({ reason: 'empty', exitStatus: 1 });
    const { status, body } = await linesOf(responder, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ lines: [], isIndexed: true, masked: 0 });
    expect((await find(responder, id, 'q=x')).body.lines).toEqual([]);
    expect((await itemOf(id))?.secrets).toEqual([]);
  });

  it('is unpacked to be read; a bomb says that it is one, and the original stays', async () => {
    const id = await save('a.log.gz', gzipSync('one\ntoken=abcdef123456\n'));
    expect((await linesOf(responder, id)).body.lines.map(({ text }) => text)).toEqual([
      'one',
      'token=‹masked: key or token›',
    ]);
    const bomb = await save('bomb.gz', gzipSync(Buffer.alloc(70 * 1024 * 1024)));
    expect(await linesOf(responder, bomb)).toMatchObject({
      status: 422,
      body: { detail: expect.stringMatching(/bomb/) },
    });
  });

  it('is counted even when it is no text', async () => {
    const id = await save(
      'core',
      Buffer.concat([Buffer.alloc(5_000), Buffer.from(' password=Sommer2026 '), Buffer.alloc(5_000)]),
    );
    expect((await itemOf(id))?.secrets).toEqual([{ kind: 'password', count: 1 }]);
    expect((await linesOf(responder, id)).status).toBe(422);
  });

  it('is read again when copies and indexes have been taken away', async () => {
    const id = await save('b.log.gz', gzipSync('one\ntwo\n'));
    await sweepReadings(new Date(Date.now() + 8 * 86_400_000));
    rmSync(readingFolder().lines(id), { force: true });
    expect((await linesOf(responder, id)).body.lines).toHaveLength(2);
  });
});

describe('[E6] whoever reads', () => {
  it('is in the custody of the file once, however far they scroll and whatever they look for', async () => {
    const id = await save('c.log', 'one\ntwo\n');
    for (let from = 1; from <= 3; from += 1) await linesOf(responder, id, `from=${from}`);
    await find(responder, id, 'q=two');
    await linesOf(commander, id);
    expect(await custodyOf(id)).toEqual(['Camille: viewed', 'Rafael: viewed', 'Console: scanned', 'Rafael: captured']);
  });

  it('[E8] is told that there is none, when it is not for them', async () => {
    const id = await save('d.log', 'one\n');
    const viewer = await node.person('viewer');
    expect((await linesOf(viewer, id)).status).toBe(404);
    expect(await getEvidence(viewer.actor, number, id)).toBeNull();
    expect((await linesOf(responder, '01890000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await linesOf(responder, 'no-id')).status).toBe(404);
  });

  it('asks for lines that make sense', async () => {
    const id = await save('e.log', 'one\n');
    for (const query of ['from=0', 'from=x', 'count=0', 'count=1001', 'from=1e99'])
      expect((await linesOf(responder, id, query)).status).toBe(400);
    for (const query of ['', 'q=', `q=${'x'.repeat(201)}`, 'q=a%0ab', 'q=a&match=regex'])
      expect((await find(responder, id, query)).status).toBe(400);
    expect((await linesOf(responder, id, 'from=1000')).body.lines).toEqual([]);
  });
});

describe('[E7] masks', () => {
  it('are lifted for the one who said why, in lines and in finding, and for nobody else', async () => {
    const id = await save('f.log', 'password=Sommer2026\n');
    expect((await find(commander, id, 'q=Sommer')).body.lines).toEqual([]);
    await node.door.send(commander.actor, 'evidence.unmask', {
      number,
      evidenceId: id,
      reason: 'Is it the leaked one?',
    });
    const { body } = await linesOf(commander, id);
    expect([body.lines[0]?.text, body.masked, body.unmaskedUntil !== null]).toEqual(['password=Sommer2026', 0, true]);
    expect((await find(commander, id, 'q=Sommer')).body.lines).toEqual([1]);
    expect((await linesOf(responder, id)).body.lines[0]?.text).toBe('password=‹masked: password›');
  });
});
