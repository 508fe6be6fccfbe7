import 'server-only';
import type { Event } from '@/generated/prisma/client';
import type { RecordedEvent } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import { foldVersion, type RecordState } from '@/lib/domain/record-state';
import type { Database } from './database';
import type { WriteTransaction } from './write-transaction';

/** Where a stream stands: its folded state, its last sequence number, the head of its chain. */
export interface StreamHead {
  incidentId: string;
  state: RecordState | null;
  lastSeq: number;
  lastHash: Uint8Array;
}

const lock = 'SELECT id, state, fold_version, last_seq, last_hash FROM incident WHERE number = $1 FOR UPDATE';

interface LockedRow {
  id: string;
  state: RecordState;
  fold_version: number;
  last_seq: number;
  last_hash: Uint8Array;
}

/** Locks the incident's row until the transaction ends, so that its events get one order. Null when there is none. */
export async function lockStream(tx: WriteTransaction, number: string): Promise<StreamHead | null> {
  const [row] = await tx.query<LockedRow>({ name: 'lock-stream', text: lock, values: [number] });
  if (!row) return null;
  const state = row.fold_version === foldVersion ? row.state : await foldAnew(tx, row.id);
  return { incidentId: row.id, state, lastSeq: row.last_seq, lastHash: row.last_hash };
}

/** A row that an older release folded: its events are folded again, by this one. */
async function foldAnew(tx: WriteTransaction, incidentId: string): Promise<RecordState | null> {
  const rows = await tx.query<EventRow>({
    name: 'fold-anew',
    text: `SELECT ${eventColumns} FROM event WHERE incident_id = $1 ORDER BY seq`,
    values: [incidentId],
  });
  return fold(rows.map(toRecorded));
}

/** The state that these events, the first ones of an incident, lead to. */
export function fold(events: readonly RecordedEvent[]): RecordState | null {
  return events.reduce<RecordState | null>(evolve, null);
}

/** The incident's events with `seq > after`, in order; at most `limit`. */
export async function readEvents(
  db: Database,
  number: string,
  after: number,
  limit = 10_000,
): Promise<RecordedEvent[]> {
  const rows = await db.event.findMany({
    where: { incident: { number }, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return rows.map(toRecorded);
}

/** The newest `limit` events up to `lastSeq`, oldest first. */
export async function readLastEvents(
  db: Database,
  number: string,
  lastSeq: number,
  limit: number,
): Promise<RecordedEvent[]> {
  const rows = await db.event.findMany({
    where: { incident: { number }, seq: { lte: lastSeq } },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map(toRecorded).reverse();
}

/** All events of one type, in order. */
export async function readEventsOfType(
  db: Database,
  number: string,
  type: RecordedEvent['type'],
): Promise<RecordedEvent[]> {
  const rows = await db.event.findMany({ where: { incident: { number }, type }, orderBy: { seq: 'asc' } });
  return rows.map(toRecorded);
}

/** These events and what corrected them later, in order. */
export async function readEventsAbout(db: Database, number: string, seqs: readonly number[]): Promise<RecordedEvent[]> {
  const corrections = seqs.map((seq) => ({ data: { path: ['seq'], equals: seq } }));
  const rows = await db.event.findMany({
    where: {
      incident: { number },
      OR: [{ seq: { in: [...seqs] } }, { type: 'timeline.entry_corrected', OR: corrections }],
    },
    orderBy: { seq: 'asc' },
  });
  return rows.map(toRecorded);
}

export type EventRow = Pick<Event, 'seq' | 'type' | 'data' | 'actor' | 'occurredAt' | 'recordedAt' | 'commandId'>;
/** The columns that `toRecorded` reads. */
export const eventColumns =
  'seq, type, data, actor, occurred_at AS "occurredAt", recorded_at AS "recordedAt", command_id AS "commandId"';

/** A row of the log as the domain knows it; the same bytes as when it was chained. */
export function toRecorded(row: EventRow): RecordedEvent {
  return {
    seq: row.seq,
    type: row.type,
    data: row.data,
    actor: row.actor,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    commandId: row.commandId,
  } as unknown as RecordedEvent;
}
