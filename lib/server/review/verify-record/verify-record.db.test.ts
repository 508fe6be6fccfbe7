import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWriteDoor, chainKey, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { aFolder } from '@/lib/testing/an-export';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { recordEvidence } from '../../evidence/record-evidence';
import { FileStore } from '../../evidence/store/file-store';
import { database } from '../../kernel/database';
import { writePool } from '../../kernel/write-pool';
import { anchorKey } from '../anchors/anchor-text';
import { writeAnchor } from '../anchors/write-anchor';
import type { RecordFinding } from './record-finding';
import { verifyRecord } from './verify-record';

const commander = anActor('commander');
const evidenceId = '019ab000-0000-7000-8000-00000000000a';
const bytes = 'log\n'.repeat(1_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');

let door: TestDoor;
let owner: pg.Client;
let folder: Awaited<ReturnType<typeof aFolder>>;
let number: string;
let other: string;
beforeAll(async () => {
  [door, folder] = await Promise.all([aWriteDoor(), aFolder()]);
  setNodeEnvironment(door.url);
  owner = new pg.Client({ connectionString: door.url });
  await owner.connect();
  number = await aRecord(12);
  other = await aRecord(2);
  await captureFile();
  await owner.query(
    'CREATE TABLE saved_event AS TABLE event; CREATE TABLE saved_incident AS TABLE incident; CREATE TABLE saved_file AS TABLE evidence_object',
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), database().$disconnect(), writePool().end()]);
  await Promise.all([door.close(), folder.remove()]);
});

/** Everything as it was before anybody tampered with it. */
beforeEach(async () => {
  await tamper(`DELETE FROM event; DELETE FROM incident; DELETE FROM evidence_object; INSERT INTO incident TABLE saved_incident;
    INSERT INTO event TABLE saved_event; INSERT INTO evidence_object TABLE saved_file`);
});

async function aRecord(notes: number): Promise<string> {
  const declared = outcomeOf(await door.send(commander, 'incident.declare', { title: 'x', services: ['store'] }));
  if (declared.outcome !== 'applied') throw new Error('not declared');
  for (let note = 1; note <= notes; note += 1)
    await door.send(commander, 'timeline.add_note', { number: declared.number, text: `note ${note}` });
  return declared.number;
}

async function captureFile(): Promise<void> {
  const file = { name: 'app.log', sizeBytes: bytes.length, sha256, mediaType: 'text/plain', recipe: null, way: 'pipe' };
  await recordEvidence(commander, 'evidence.record_capture', { number, evidenceId, ...file });
  await owner.query(
    `INSERT INTO evidence_object (id, incident_number, name, object_key, size_bytes, sha256, media_type, way, by, received_at, captured_at, place, node)
     VALUES ($1, $2, 'app.log', '2026-11-22/x/app.log', $3, $4, 'text/plain', 'pipe', '{}', now(), now(), 'store', 'n')`,
    [evidenceId, number, bytes.length, sha256],
  );
  await writeFile(folder.at('app.log'), bytes);
}

/** What a superuser does who knows of the triggers. */
async function tamper(sql: string): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query(sql.replaceAll('$id', `(SELECT id FROM incident WHERE number = '${number}')`));
  await owner.query("SET session_replication_role = 'origin'");
}

const store = (name = 'anchors') => new FileStore(folder.at(name));

async function found(name?: string, key = chainKey): Promise<string[]> {
  const findings: RecordFinding[] = [];
  const files = { open: async () => createReadStream(folder.at('app.log')), readsBytes: true };
  await verifyRecord({ databaseUrl: door.url, chainKey: key, store: store(name), files }, (finding) =>
    findings.push(finding),
  );
  return findings.map((finding) => {
    expect(finding.message).not.toBe('');
    return [finding.code, finding.number, finding.seq, finding.evidenceId, finding.date]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3, 0, 5));
const anchor = (day: number, name?: string) => writeAnchor({ db: door.writes, store: store(name), chainKey }, at(day));

describe('[K3] [K4] [K8] the live record', () => {
  it('is sound as long as nobody tampers with it, and says how much was looked at', async () => {
    const files = { open: async () => createReadStream(folder.at('app.log')), readsBytes: true };
    const told: RecordFinding[] = [];
    const checked = await verifyRecord({ databaseUrl: door.url, chainKey, store: store(), files }, (one) =>
      told.push(one),
    );
    expect(told).toEqual([]);
    expect(checked).toMatchObject({ incidents: 2, events: 19, files: 1, bytes: bytes.length, unreached: 0 });
  });

  const event = (seq: number) => `incident_id = $id AND seq = ${seq}`;
  it.each([
    ['what was said', `UPDATE event SET data = jsonb_set(data, '{text}', '"never"') WHERE ${event(7)}`, 7],
    ['who said it', `UPDATE event SET actor = jsonb_set(actor, '{name}', '"Nobody"') WHERE ${event(7)}`, 7],
    ['when', `UPDATE event SET occurred_at = occurred_at - interval '1 ms' WHERE ${event(7)}`, 7],
    ['when it was recorded', `UPDATE event SET recorded_at = recorded_at + interval '1 hour' WHERE ${event(7)}`, 7],
    ['by which command', `UPDATE event SET command_id = gen_random_uuid() WHERE ${event(7)}`, 7],
    ['of which kind', `UPDATE event SET type = 'timeline.entry_pinned' WHERE ${event(7)}`, 7],
    ['the hash', `UPDATE event SET hash = sha256('x') WHERE ${event(7)}`, 7],
  ])('UPDATE of an event, %s: found and located', async (_, sql, seq) => {
    await tamper(sql);
    expect((await found())[0]).toBe(`event_changed ${number} ${seq}`);
  });

  it('DELETE in the middle: found and located', async () => {
    await tamper(`DELETE FROM event WHERE ${event(6)}`);
    expect(await found()).toEqual([`event_missing ${number} 6`]);
  });

  it('DELETE in the middle, with those behind it renumbered: found at the first that moved up', async () => {
    await tamper(`DELETE FROM event WHERE ${event(6)}; UPDATE event SET seq = -seq + 1 WHERE incident_id = $id AND seq > 6;
      UPDATE event SET seq = -seq WHERE incident_id = $id AND seq < 0; UPDATE incident SET last_seq = last_seq - 1 WHERE number = '${number}'`);
    expect((await found())[0]).toBe(`event_changed ${number} 6`);
  });

  it('the end cut off: found by the row', async () => {
    await tamper(`DELETE FROM event WHERE incident_id = $id AND seq > 10`);
    expect(await found()).toContain(`end_missing ${number} 11`);
  });

  it('INSERT of an event, at the end and in between: found and located', async () => {
    await tamper(`INSERT INTO event SELECT incident_id, 16, type, data, actor, gen_random_uuid(), occurred_at, recorded_at, hash FROM event WHERE ${event(14)};
      UPDATE incident SET last_seq = 16 WHERE number = '${number}'`);
    expect((await found())[0]).toBe(`event_changed ${number} 16`);
    await tamper(`DELETE FROM event WHERE ${event(16)}; UPDATE event SET seq = -seq - 1 WHERE incident_id = $id AND seq > 8;
      UPDATE event SET seq = -seq WHERE incident_id = $id AND seq < 0;
      INSERT INTO event SELECT incident_id, 9, type, data, actor, gen_random_uuid(), occurred_at, recorded_at, hash FROM event WHERE ${event(8)}`);
    expect((await found())[0]).toBe(`event_changed ${number} 9`);
  });

  it('two events in each other’s place: found at both', async () => {
    await tamper(`UPDATE event SET seq = 100 WHERE ${event(5)}; UPDATE event SET seq = 5 WHERE ${event(6)};
      UPDATE event SET seq = 6 WHERE incident_id = $id AND seq = 100`);
    expect((await found()).slice(0, 2)).toEqual([`event_changed ${number} 5`, `event_changed ${number} 6`]);
  });

  it('the row told otherwise than its events: found, with the column', async () => {
    await tamper(`UPDATE incident SET severity = 'SEV-3' WHERE number = '${number}'`);
    expect(await found()).toEqual([`row_differs ${number}`]);
    await tamper(`UPDATE incident SET state = jsonb_set(state, '{incident,title}', '"y"') WHERE number = '${number}'`);
    expect(await found()).toEqual([`row_differs ${number}`]);
  });

  it('a whole record gone, its events left: found', async () => {
    await tamper(`DELETE FROM incident WHERE number = '${other}'`);
    expect(await found()).toEqual(['stray_events 1']);
  });

  it('another key: every event', async () => {
    expect(await found('none', 'x'.repeat(40))).toHaveLength(19);
  });
});

describe('[R9] anchored heads', () => {
  it('are written once a day, each sealed and bound to the one before, and never overwritten', async () => {
    expect(await anchor(1)).toMatchObject({ date: '2026-11-01', incidents: 2, previous: null });
    expect(await anchor(1)).toBeNull();
    expect(await anchor(4)).toMatchObject({ previous: { date: '2026-11-01' } });
    expect(await found()).toEqual([]);
  });

  it('contradict a record whose end was cut off together with its row', async () => {
    await anchor(5);
    await tamper(`DELETE FROM event WHERE incident_id = $id AND seq > 13;
      UPDATE incident SET last_seq = 13, last_hash = (SELECT hash FROM event WHERE incident_id = incident.id AND seq = 13),
        state = state WHERE number = '${number}'`);
    expect(await found()).toContain(`anchor_contradicted ${number} 14 2026-11-01`);
  });

  it('contradict an old backup, and a record that is gone with all its events', async () => {
    await tamper(
      `DELETE FROM event WHERE incident_id = (SELECT id FROM incident WHERE number = '${other}'); DELETE FROM incident WHERE number = '${other}'`,
    );
    expect(await found()).toContain(`anchor_contradicted ${other} 1 2026-11-01`);
  });

  it('contradict a record that was written anew under the true key', async () => {
    await tamper(`UPDATE event SET hash = sha256('x') WHERE incident_id = $id AND seq = 15`);
    expect(await found()).toContain(`anchor_contradicted ${number} 15 2026-11-01`);
  });

  it('that were changed, taken away or put in are told by day', async () => {
    const name = 'tampered';
    for (const day of [1, 2, 3]) await anchor(day, name);
    const texts = await Promise.all([1, 2, 3].map((day) => store(name).readText(anchorKey(`2026-11-0${day}`))));
    const put = (day: number, text: string) => store(name).putText(anchorKey(`2026-11-0${day}`), text);
    await put(2, (texts[1] ?? '').replace('"seq":', '"seq":1'));
    expect(await found(name)).toEqual(['anchor_broken 2026-11-02', 'anchor_broken 2026-11-02']);
    await store(name).remove(anchorKey('2026-11-02'));
    expect(await found(name)).toEqual(['anchor_missing 2026-11-02']);
    await put(2, texts[0] ?? '');
    expect(await found(name)).toContain('anchor_broken 2026-11-02');
  });
});

describe('[E4] stored bytes', () => {
  it('that were changed, cut or lost are found by their file', async () => {
    await writeFile(folder.at('app.log'), bytes.replace('log', 'lag'));
    expect(await found()).toEqual([`file_changed ${number} ${evidenceId}`]);
    await writeFile(folder.at('app.log'), bytes.slice(1));
    expect(await found()).toEqual([`file_changed ${number} ${evidenceId}`]);
    await writeFile(folder.at('app.log'), bytes);
    expect(await found()).toEqual([]);
  });

  it.each([
    ['whose row has another hash', `UPDATE evidence_object SET sha256 = '${'0'.repeat(64)}'`, 'file_differs'],
    ['whose row says it is lost', "UPDATE evidence_object SET place = 'lost'", 'file_lost'],
  ])('%s', async (_, sql, code) => {
    await tamper(sql);
    expect(await found()).toEqual([`${code} ${number} ${evidenceId}`]);
  });

  it('that no row knows of, and a row that no event knows of', async () => {
    await tamper('DELETE FROM evidence_object');
    expect(await found()).toEqual([`file_unknown ${number} 15 ${evidenceId}`]);
    await tamper(`INSERT INTO evidence_object TABLE saved_file; UPDATE evidence_object SET id = gen_random_uuid()`);
    expect((await found()).map((one) => one.split(' ')[0])).toEqual(['file_unknown', 'file_unrecorded']);
  });
});
