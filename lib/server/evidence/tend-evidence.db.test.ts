import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { database } from '../kernel/database';
import { registry } from '../observability/metrics';
import { getOwnHealth } from '../observability/own-health';
import { makeCaptureToken } from './capture-token';
import { EvidenceElsewhere, EvidenceGone, openOriginal } from './open-original';
import { scrubEvidence } from './scrub-evidence';
import { evidenceStore } from './store/evidence-store';
import { sweepSpool } from './sweep-spool';
import { sweepStore } from './sweep-store';
import { tendSpool } from './tend-spool';

const limits = { bytesPerSecond: 1e12, forMs: 60_000 };
let node: EvidenceNode;
let responder: TestPerson;
let number: string;
beforeAll(async () => {
  node = await anEvidenceNode({ HEALTH_TARGETS: '[{"id":"one","name":"One","url":"http://127.0.0.1:9/"}]' });
  responder = await node.person('responder');
  number = await node.incident(responder);
});
afterAll(() => node.close());
afterEach(() => vi.restoreAllMocks());

async function save(bytes: Buffer | string = randomBytes(1_000)): Promise<string> {
  const url = `${node.url}/api/v1/incidents/${number}/evidence?name=a.log`;
  const response = await fetch(url, { method: 'POST', body: bytes as BodyInit, headers: responder.headers });
  return ((await response.json()) as { evidence: { evidenceId: string } }).evidence.evidenceId;
}
const rowOf = (id: string) => database().evidenceObject.findUniqueOrThrow({ where: { id } });
async function saved(bytes?: Buffer | string): Promise<string> {
  const id = await save(bytes);
  await eventually(async () => expect((await rowOf(id)).place).toBe('store'));
  return id;
}
const fileOf = async (id: string) => path.join(node.dataDir, 'evidence', (await rowOf(id)).objectKey);
const unchecked = () => database().evidenceObject.updateMany({ data: { checkedAt: null } });
const evidenceHealth = async () => (await getOwnHealth()).checks.evidence_store;

describe('[E9] [P7] a store that is away', () => {
  it('costs nothing when a file is saved; the file waits, can be read, and moves when the store is back', async () => {
    const put = vi.spyOn(evidenceStore(), 'put').mockRejectedValue(new Error('connect ECONNREFUSED'));
    const id = await save('still here');
    await tendSpool();
    expect(put).toHaveBeenCalled();
    expect(await rowOf(id)).toMatchObject({ place: 'spool', capturedAt: expect.any(Date) });
    expect(Buffer.concat(await (await openOriginal(id)).toArray()).toString()).toBe('still here');
    expect(await evidenceHealth()).toMatchObject({
      status: 'degraded',
      message: expect.stringContaining('the store does not take'),
    });
    put.mockRestore();
    await tendSpool();
    expect(await rowOf(id)).toMatchObject({ place: 'store' });
    await eventually(() => expect(node.spooled()).toEqual([]));
    expect(await evidenceHealth()).toMatchObject({ status: 'ok' });
  });

  it('is asked for three files and not for all that wait', async () => {
    const put = vi.spyOn(evidenceStore(), 'put').mockRejectedValue(new Error('connect ECONNREFUSED'));
    for (let count = 0; count < 6; count += 1) await save();
    await eventually(() => expect(put).toHaveBeenCalledTimes(6));
    await tendSpool();
    expect(put).toHaveBeenCalledTimes(9);
    put.mockRestore();
    await tendSpool();
    await eventually(() => expect(node.spooled()).toEqual([]));
  });

  it('that was reached before the node died has the file once', async () => {
    const id = await saved('moved');
    await database().evidenceObject.update({ where: { id }, data: { place: 'spool' } });
    await tendSpool();
    expect(await rowOf(id)).toMatchObject({ place: 'store' });
  });

  it('and a file in the spool of another node is said to be there', async () => {
    const id = await saved();
    await database().evidenceObject.update({ where: { id }, data: { place: 'spool', node: uuidv7() } });
    await expect(openOriginal(id)).rejects.toBeInstanceOf(EvidenceElsewhere);
    await tendSpool();
    expect(await rowOf(id)).toMatchObject({ place: 'spool' });
    await database().evidenceObject.delete({ where: { id } });
  });
});

describe('[E10] [F27] the scrub of stored bytes', () => {
  it('finds a flipped byte and a missing file, tells, and serves neither', async () => {
    const [flipped, missing, sound] = [await saved('flipped'), await saved('missing'), await saved('sound')];
    rmSync(await fileOf(flipped));
    writeFileSync(await fileOf(flipped), 'fliqped');
    rmSync(await fileOf(missing));
    await unchecked();
    await scrubEvidence(limits);
    expect([await rowOf(flipped), await rowOf(missing), await rowOf(sound)]).toMatchObject([
      { place: 'damaged', checkedAt: expect.any(Date) },
      { place: 'lost' },
      { place: 'store', checkedAt: expect.any(Date) },
    ]);
    for (const id of [flipped, missing]) await expect(openOriginal(id)).rejects.toBeInstanceOf(EvidenceGone);
    expect((await evidenceHealth())?.message).toBe('1 saved files are damaged; 1 saved files are lost');
    const metrics = await registry().metrics();
    expect(metrics).toContain('console_evidence_bad_total{place="damaged"} 1');
    expect(metrics).toContain('console_evidence_bad_total{place="lost"} 1');

    writeFileSync(await fileOf(flipped), 'flipped');
    writeFileSync(await fileOf(missing), 'missing');
    await unchecked();
    await scrubEvidence(limits);
    expect([(await rowOf(flipped)).place, (await rowOf(missing)).place]).toEqual(['store', 'store']);
  });

  it('looks at each file once a day, and goes on where it ended', async () => {
    const ids = [await saved(), await saved(), await saved()];
    await unchecked();
    expect(await scrubEvidence({ ...limits, forMs: -1 })).toBe(0);
    const all = await scrubEvidence(limits);
    expect(all).toBeGreaterThanOrEqual(ids.length);
    expect(await scrubEvidence(limits)).toBe(0);
    const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
    await database().evidenceObject.update({ where: { id: String(ids[1]) }, data: { checkedAt: yesterday } });
    expect(await scrubEvidence(limits)).toBe(1);
  });

  it('says nothing of a file while the store does not answer', async () => {
    const id = await saved();
    await unchecked();
    vi.spyOn(evidenceStore(), 'read').mockRejectedValue(new Error('timeout'));
    await expect(scrubEvidence(limits)).rejects.toThrow('timeout');
    expect(await rowOf(id)).toMatchObject({ place: 'store', checkedAt: null });
    expect((await evidenceHealth())?.status).toBe('degraded');
  });

  it('reads no faster than it may', async () => {
    await database().evidenceObject.updateMany({ data: { checkedAt: new Date() } });
    await saved(randomBytes(200_000));
    const began = performance.now();
    expect(await scrubEvidence({ bytesPerSecond: 1_000_000, forMs: 60_000 })).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(150);
  });
});

describe('[P5] the sweep', () => {
  const spoolPlace = (...names: string[]) => path.join(node.dataDir, 'evidence-spool', ...names);
  function leave(file: string, ageMs: number): string {
    writeFileSync(file, 'left');
    const at = new Date(Date.now() - ageMs);
    utimesSync(file, at, at);
    return file;
  }
  const hours = (count: number) => count * 60 * 60_000;

  it('takes from the spool what was never finished, after a day and not before', async () => {
    const ids = Array.from({ length: 4 }, () => uuidv7());
    const old = [
      leave(spoolPlace(`${ids[0]}.part`), hours(25)),
      leave(spoolPlace(String(ids[1])), hours(25)),
      leave(spoolPlace('pieces', String(ids[2])), hours(25)),
      leave(spoolPlace('pieces', `${ids[2]}.json`), hours(25)),
    ];
    const young = [
      leave(spoolPlace(`${uuidv7()}.part`), hours(23)),
      leave(spoolPlace('pieces', String(ids[3])), hours(1)),
      // Its last piece came an hour ago.
      leave(spoolPlace('pieces', `${ids[3]}.json`), hours(30)),
    ];
    expect(await sweepSpool(new Date())).toBe(old.length);
    expect(old.filter(existsSync)).toEqual([]);
    expect(young.filter(existsSync)).toEqual(young);
    expect(readdirSync(spoolPlace())).toContain('node-name');
    for (const file of young) rmSync(file);
  });

  it('never takes evidence that waits, however long', async () => {
    const put = vi.spyOn(evidenceStore(), 'put').mockRejectedValue(new Error('away'));
    const id = await save('waits');
    const file = spoolPlace(id);
    await eventually(() => expect(put).toHaveBeenCalled());
    const longAgo = new Date(Date.now() - hours(1_000));
    utimesSync(file, longAgo, longAgo);
    expect(await sweepSpool(new Date())).toBe(0);
    expect(existsSync(file)).toBe(true);
    put.mockRestore();
    await tendSpool();
  });

  it('takes halves from the store, tells of whole files that no row knows, and leaves them and all else alone', async () => {
    const id = await saved();
    const folder = path.dirname(await fileOf(id));
    const half = leave(path.join(folder, '0123456789ab-x.log.part'), hours(25));
    const stranger = leave(path.join(folder, '0123456789ab-x.log'), hours(25));
    const byHand = leave(path.join(node.dataDir, 'evidence', 'notes.txt'), hours(25));
    expect(await sweepStore()).toBe(1);
    expect([half, stranger, byHand, await fileOf(id)].map((file) => existsSync(file))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    rmSync(stranger);
    expect(await sweepStore()).toBe(0);
  });

  it('forgets tokens that are long over', async () => {
    await makeCaptureToken(responder.actor, number);
    await database().captureToken.updateMany({ data: { expiresAt: new Date(Date.now() - hours(25)) } });
    await makeCaptureToken(responder.actor, number);
    await sweepStore();
    expect(await database().captureToken.count()).toBe(1);
  });
});

describe('[E10] a row whose bytes are gone', () => {
  it('is told to be lost', async () => {
    const put = vi.spyOn(evidenceStore(), 'put').mockRejectedValue(new Error('away'));
    const id = await save();
    await eventually(() => expect(put).toHaveBeenCalled());
    put.mockRestore();
    rmSync(path.join(node.dataDir, 'evidence-spool', id));
    await tendSpool();
    expect(await rowOf(id)).toMatchObject({ place: 'lost' });
    await database().evidenceObject.delete({ where: { id } });
  });
});
