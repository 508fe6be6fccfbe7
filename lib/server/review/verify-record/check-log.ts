import 'server-only';
import { evolve } from '@/lib/domain/evolve';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import { foldVersion, type RecordState } from '@/lib/domain/record-state';
import { projectIncident } from '../../incident/project-incident';
import { ChainCheck } from '../../kernel/chain-check';
import { type Queries, readChained } from '../../kernel/read-chained';
import { inColumns, inHex } from '../../kernel/write-row';
import type { Tell } from './record-finding';

interface IncidentRow {
  id: string;
  number: string;
  fold_version: number;
  last_seq: number;
  last_hash: Buffer;
}

const batch = 200;
const page = 'SELECT id, number, fold_version, last_seq, last_hash FROM incident WHERE id > $1 ORDER BY id LIMIT $2';
const lowestId = '00000000-0000-0000-0000-000000000000';
const compare = `
  SELECT to_jsonb(incident) AS own, to_jsonb(jsonb_populate_record(NULL::incident, $2)) AS due FROM incident WHERE id = $1`;
const strays = `
  SELECT incident_id, min(seq) AS seq FROM event e
  WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = e.incident_id) GROUP BY incident_id`;

/** Every record against its chain, and its row against the fold of its events (rules K3, K4, K8). One record at a time. */
export async function checkLog(
  db: Queries,
  chainKey: string,
  tell: Tell,
): Promise<{ incidents: number; events: number }> {
  const counts = { incidents: 0, events: 0 };
  let last = lowestId;
  for (;;) {
    const { rows } = await db.query<IncidentRow>(page, [last, batch]);
    for (const row of rows) {
      counts.events += await checkRecord(db, row, chainKey, tell);
      counts.incidents += 1;
    }
    if (rows.length < batch) break;
    last = rows.at(-1)?.id ?? last;
  }
  const { rows } = await db.query<{ incident_id: string; seq: number }>(strays);
  for (const { incident_id, seq } of rows)
    tell({ code: 'stray_events', seq, message: `there are events of the incident ${incident_id}, which is not there` });
  return counts;
}

async function checkRecord(db: Queries, row: IncidentRow, chainKey: string, tell: Tell): Promise<number> {
  const { id, number } = row;
  const check = new ChainCheck(chainKey);
  let [events, isWhole]: [number, boolean] = [0, true];
  let state: RecordState | null = null;
  for await (const { event, hash } of readChained(db, id)) {
    events += 1;
    const broken = check.next({ seq: event.seq, canonical: canonicalJson(event), hash });
    if (broken) {
      isWhole = false;
      tell({ ...broken, number });
    }
    // What was tampered with may make no sense together.
    if (isWhole) state = evolve(state, event);
  }
  const { seq, hash } = check.head;
  if (seq < row.last_seq) {
    const message = `the record ends with event ${seq}; its row knows of ${row.last_seq}`;
    tell({ code: 'end_missing', number, seq: seq + 1, message });
  } else if (isWhole && (seq > row.last_seq || Buffer.compare(hash, row.last_hash) !== 0)) {
    tell({ code: 'row_differs', number, seq, message: 'its row has another head than its events' });
  } else if (isWhole && state) await checkRow(db, row, state, tell);
  return events;
}

/** PostgreSQL makes a row of the fold as the write path does; then both are compared as it shows them. */
async function checkRow(
  db: Queries,
  { id, number, ...row }: IncidentRow,
  state: RecordState,
  tell: Tell,
): Promise<void> {
  if (row.fold_version !== foldVersion) return;
  const fold = { ...projectIncident(state), id, lastSeq: row.last_seq, lastHash: inHex(row.last_hash) };
  const { rows } = await db.query<{ own: Record<string, unknown>; due: Record<string, unknown> }>(compare, [
    id,
    inColumns(fold),
  ]);
  const [both] = rows;
  if (!both) return;
  const columns = Object.keys(both.own).filter(
    (name) => canonicalJson(both.own[name]) !== canonicalJson(both.due[name]),
  );
  if (columns.length === 0) return;
  const message = `its row is not what its events come to: ${columns.join(', ')}`;
  tell({ code: 'row_differs', number, message });
}
