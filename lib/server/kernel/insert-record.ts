import 'server-only';
import type { RecordState } from '@/lib/domain/record-state';
import { projectIncident } from '../incident/project-incident';
import type { ChainedEvent } from './read-chained';
import { appendEvents, toRow } from './record-events';
import { inHex, insertRow } from './write-row';
import type { WriteTransaction } from './write-transaction';

const batch = 1_000;

// A browser that still has one of these commands must not apply it once more: its id is taken, by nothing that it knows.
const takeCommands = `
  INSERT INTO command (id, actor_id, type, body_hash, recorded_at)
  SELECT DISTINCT command_id, '', 'imported', '\\x'::bytea, recorded_at FROM jsonb_populate_recordset(NULL::event, $1)
  ON CONFLICT (id) DO NOTHING`;
const raiseCounter = `
  INSERT INTO incident_counter (year, last) VALUES ($1, $2)
  ON CONFLICT (year) DO UPDATE SET last = greatest(incident_counter.last, $2)`;
const poke = "SELECT pg_notify('incident_changed', $1)";

/** A whole record from elsewhere: its events with the links they had, and their fold. */
export interface WholeRecord {
  incidentId: string;
  chain: readonly ChainedEvent[];
  state: RecordState;
}

/**
 * Inserts a record as it is, beside the write door: no command decides, the chain was made before. Whoever calls has
 * verified it under this console's key. New numbers of its year go on behind it (rule K5).
 */
export async function insertRecord(tx: WriteTransaction, { incidentId, chain, state }: WholeRecord): Promise<void> {
  const head = chain.at(-1);
  if (!head) throw new Error('a record without events');
  const { number } = state.incident;
  const [, year, ordinal] = /^INC-(\d{4})-(\d+)$/.exec(number) ?? [];
  await tx.query({ name: 'raise-counter', text: raiseCounter, values: [Number(year), Number(ordinal)] });
  const row = { ...projectIncident(state), id: incidentId, lastSeq: head.event.seq, lastHash: inHex(head.hash) };
  await tx.query(insertRow('incident', row));
  for (let first = 0; first < chain.length; first += batch) {
    const rows = JSON.stringify(
      chain.slice(first, first + batch).map(({ event, hash }) => toRow(incidentId, event, hash)),
    );
    await tx.query({ name: 'append-events', text: appendEvents, values: [rows] });
    await tx.query({ name: 'take-commands', text: takeCommands, values: [rows] });
  }
  await tx.query({ name: 'poke', text: poke, values: [JSON.stringify({ number, from: 1, to: head.event.seq })] });
}
