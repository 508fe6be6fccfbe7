import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Captured } from '@/lib/domain/evidence/events';
import { recordEvidence } from '@/lib/server/evidence/record-evidence';
import { FileStore } from '@/lib/server/evidence/store/file-store';
import { fold } from '@/lib/server/kernel/event-store';
import { type ChainedEvent, readChained } from '@/lib/server/kernel/read-chained';
import { aWriteDoor, chainKey, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { aCapture, aFolder, copiesOf } from '@/lib/testing/an-export';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { keepCatalogueVersion } from '../../catalogue/catalogue-versions';
import { database } from '../../kernel/database';
import { writePool } from '../../kernel/write-pool';
import { exportRecord } from '../export/export-record';
import { writeExport } from '../export/write-export';
import { importExport } from './import-export';
import { readEntry } from './read-entry';

const commander = anActor('commander', 'Camille');
const files = { 'app.log': 'the canary sings\n'.repeat(5_000), 'trace.bin': '\u0000\u0001binary' };
const copies = copiesOf(files);

let here: TestDoor;
let there: TestDoor;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [here, there, folder] = await Promise.all([aWriteDoor(), aWriteDoor(), aFolder()]);
  setNodeEnvironment(here.url);
  await keepCatalogueVersion(here.catalogue);
});
afterAll(async () => {
  await Promise.all([database().$disconnect(), writePool().end()]);
  await Promise.all([here.close(), there.close(), folder.remove()]);
});

/** A record with two files, some words, and people at work; answers its number. */
async function aRecord(more: object = {}): Promise<string> {
  const declared = outcomeOf(await here.send(commander, 'incident.declare', { title: '0 tracks “play”', ...more }));
  if (declared.outcome !== 'applied') throw new Error('not declared');
  const { number } = declared;
  for (const [name, bytes] of Object.entries(files)) {
    const mediaType = name.endsWith('.log') ? 'text/plain' : 'application/octet-stream';
    const { isLate: _, ...file } = aCapture(name, bytes, { mediaType }).data as Captured;
    const input = { number, ...file, evidenceId: randomUUID() };
    expect(outcomeOf(await recordEvidence(commander, 'evidence.record_capture', input))).toMatchObject({
      outcome: 'applied',
    });
  }
  await here.send(commander, 'timeline.add_note', { number, text: 'Umlaut ü, sign 𝄞, quote ", <b>tag</b>, 1e21' });
  return number;
}

async function exportTo(name: string, number: string, withOriginals = true): Promise<string> {
  const exported = await exportRecord(commander, number, withOriginals, copies);
  if (!exported.ok) throw new Error(exported.problem.title);
  await pipeline(exported.file, createWriteStream(folder.at(name)));
  return folder.at(name);
}

const store = () => new FileStore(folder.at('store'));
const door = (over: object = {}) => ({
  ...{ writes: there.writes, chainKey },
  evidence: {
    store: store(),
    folder: folder.at(''),
    node: 'n',
    keyOf: ({ id }: { id: string }) => `2026-11-22/INC/${id}`,
  },
  ...over,
});

/** The same export, made of what the other database holds. */
async function exportThere(id: string): Promise<Buffer> {
  const chain: ChainedEvent[] = [];
  for await (const link of readChained(there.writes, id)) chain.push(link);
  const { rows } = await there.writes.query('SELECT content FROM catalogue_version');
  const catalogue = rows[0].content;
  const file = folder.at('again.zip');
  await pipeline(writeExport({ id, chain, catalogue, copies, withOriginals: true, chainKey }), createWriteStream(file));
  return readFile(file);
}

const rowOf = async (pool: Pool, number: string) => {
  const { rows } = await pool.query('SELECT to_jsonb(incident) AS row FROM incident WHERE number = $1', [number]);
  return rows[0]?.row;
};

describe('[R8] an export that is imported', () => {
  it('is the same record: events byte for byte, the row, the files, and the whole of a new export', async () => {
    const number = await aRecord();
    const before = await rowOf(here.writes, number);
    const file = await exportTo('whole.zip', number);
    expect(await importExport(file, door())).toEqual({
      ...{ outcome: 'imported', number, events: before.last_seq, originals: 2, missing: 0 },
    });
    expect(await rowOf(there.writes, number)).toEqual(before);
    expect((await exportThere(before.id)).equals(await readFile(file))).toBe(true);
    const { rows } = await there.writes.query('SELECT id, place, sha256 FROM evidence_object ORDER BY received_at');
    for (const { id } of rows) expect((await store().stat(`2026-11-22/INC/${id}`))?.sizeBytes).toBeGreaterThan(0);
    expect(rows.map(({ place }) => place)).toEqual(['store', 'store']);
  });

  it('goes on from there: commands continue the chain, new numbers lie behind it, an old command id does nothing', async () => {
    const number = await aRecord();
    const file = await exportTo('on.zip', number);
    const other = await aWriteDoor();
    await importExport(file, door({ writes: other.writes }));
    const first = outcomeOf(await other.send(commander, 'timeline.add_note', { number, text: 'goes on' }));
    expect(first).toMatchObject({ outcome: 'applied' });
    const { rows } = await other.writes.query(
      'SELECT DISTINCT command_id FROM event JOIN incident ON id = incident_id WHERE number = $1',
      [number],
    );
    const commandId = rows[0].command_id;
    expect(await other.send(commander, 'timeline.add_note', { number, text: 'x' }, { commandId })).toMatchObject({
      reused: true,
    });
    const next = outcomeOf(await other.send(commander, 'incident.declare', { title: 'next' }));
    expect(next).toMatchObject({ number: expect.stringMatching(/^INC-/) });
    if (next.outcome === 'applied') expect(next.number > number).toBe(true);
    await other.close();
  });

  it('changes nothing the second time, also when the record has gone on since', async () => {
    const number = await aRecord();
    const file = await exportTo('twice.zip', number);
    await importExport(file, door());
    expect(await importExport(file, door())).toEqual({ outcome: 'already_here', number });
    expect(await importExport(file, door({ writes: here.writes }))).toEqual({ outcome: 'already_here', number });
  });

  it('is refused where its number is taken by another record, and where this record has another past', async () => {
    const number = await aRecord();
    const file = await exportTo('taken.zip', number);
    const other = await aWriteDoor();
    for (let count = Number(number.slice(-4)); count > 0; count -= 1)
      await other.send(commander, 'incident.declare', { title: 'theirs' });
    const before = await rowOf(other.writes, number);
    expect(await importExport(file, door({ writes: other.writes }))).toMatchObject({ outcome: 'refused' });
    expect(await rowOf(other.writes, number)).toEqual(before);
    await other.close();
  });

  it('is refused when a byte was changed, or under another key, and leaves nothing', async () => {
    const number = await aRecord();
    const file = await exportTo('bad.zip', number);
    const bytes = await readFile(file);
    const at = bytes.indexOf('tracks');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(folder.at('changed.zip'), bytes);
    expect(await importExport(folder.at('changed.zip'), door())).toMatchObject({ outcome: 'refused' });
    expect(await importExport(file, door({ chainKey: 'x'.repeat(40) }))).toMatchObject({ outcome: 'refused' });
    expect(await rowOf(there.writes, number)).toBeUndefined();
  });

  it('without originals says of each file that its bytes were not in it', async () => {
    const number = await aRecord();
    const file = await exportTo('masked.zip', number, false);
    expect(await importExport(file, door())).toMatchObject({ outcome: 'imported', originals: 0, missing: 2 });
    const { rows } = await there.writes.query(
      'SELECT place, index_note FROM evidence_object WHERE incident_number = $1',
      [number],
    );
    expect(rows[0]).toEqual({ place: 'lost', index_note: 'not in the export that this record was imported from' });
  });

  it('leaves nothing when the store does not take a file, and can be tried again', async () => {
    const number = await aRecord();
    const file = await exportTo('dead.zip', number);
    const dead = { put: async () => Promise.reject(new Error('the store is down')) };
    const broken = door();
    await expect(importExport(file, { ...broken, evidence: { ...broken.evidence, store: dead } })).rejects.toThrow(
      'down',
    );
    expect(await rowOf(there.writes, number)).toBeUndefined();
    expect(await importExport(file, door())).toMatchObject({ outcome: 'imported' });
  });
});

describe('[E6] [E7] [E8] [A7] who exports what', () => {
  it('is in the record, with the head that was exported; the export itself ends before that', async () => {
    const number = await aRecord();
    const { last_seq: seq, last_hash: hash } = await rowOf(here.writes, number);
    const file = await exportTo('custody.zip', number, false);
    const chain: ChainedEvent[] = [];
    const { rows } = await here.writes.query('SELECT id FROM incident WHERE number = $1', [number]);
    for await (const link of readChained(here.writes, rows[0].id)) chain.push(link);
    expect(chain.at(-1)?.event).toMatchObject({
      ...{ type: 'evidence.exported', actor: { id: commander.id } },
      data: { withOriginals: false, headSeq: seq, headHash: hash.slice(2) },
    });
    const manifest = JSON.parse(await text(await readEntry(file, 'incident.json')));
    expect(manifest.head).toMatchObject({ seq, hash: hash.slice(2) });
    expect(manifest.state).toEqual(JSON.parse(JSON.stringify(fold(chain.slice(0, -1).map(({ event }) => event)))));
  });

  it('masks what looks like a secret, and leaves out what cannot be masked; originals are for commanders', async () => {
    const number = await aRecord();
    const file = await exportTo('masks.zip', number, false);
    expect((await readFile(file)).includes('canary')).toBe(false);
    expect(await text(await readEntry(file, 'evidence/app.log.masked.txt'))).toContain('‹masked›');
    const manifest = JSON.parse(await text(await readEntry(file, 'incident.json')));
    expect(manifest.evidence[1]).toMatchObject({
      form: 'absent',
      path: null,
      reason: expect.stringContaining('originals'),
    });
    const refused = await exportRecord(anActor('responder'), number, true, copies);
    expect(refused).toMatchObject({ ok: false, problem: { status: 403 } });
    expect((await exportRecord(anActor('responder'), number, false, copies)).ok).toBe(true);
  });

  it('is as if it were not there for viewers, for outsiders of a private incident, and when there is none', async () => {
    const open = await aRecord();
    const hidden = await aRecord({ isPrivate: true });
    const seen = async (actor: typeof commander, number: string) => {
      const exported = await exportRecord(actor, number, false, copies);
      return exported.ok ? 'there' : exported.problem.status;
    };
    expect(await seen(anActor('viewer'), open)).toBe(404);
    expect(await seen(anActor('lead'), hidden)).toBe(404);
    expect(await seen(commander, hidden)).toBe('there');
    expect(await seen(commander, 'INC-2026-9999')).toBe(404);
    expect((await rowOf(here.writes, hidden)).last_seq).toBeGreaterThan(0);
  });

  it('holds no setting of the console', async () => {
    const file = await exportTo('secrets.zip', await aRecord());
    const bytes = await readFile(file);
    for (const secret of [chainKey, 'a secret that is only used in tests', here.url, 'only used in tests'])
      expect(bytes.includes(secret)).toBe(false);
  });
});
