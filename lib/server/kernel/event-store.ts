import 'server-only';
import type { Event } from '@/generated/prisma/client';
import type { RecordedEvent, RecordState } from '@/lib/domain/contents';
import type { Database } from './database';
import type { WriteTransaction } from './write-transaction';

/** Where a stream stands: its folded state, its last sequence number, the head of its chain. */
export interface StreamHead {
  incidentId: string;
  state: RecordState | null;
  lastSeq: number;
  lastHash: Uint8Array;
}

const lock = 'SELECT id, state, last_seq, last_hash FROM incident WHERE number = $1 FOR UPDATE';

/** Locks the incident's row until the transaction ends, so that its events get one order. Null when there is none. */
export async function lockStream(tx: WriteTransaction, number: string): Promise<StreamHead | null> {
  const [row] = await tx.query<{ id: string; state: RecordState; last_seq: number; last_hash: Uint8Array }>({
    name: 'lock-stream',
    text: lock,
    values: [number],
  });
  return row ? { incidentId: row.id, state: row.state, lastSeq: row.last_seq, lastHash: row.last_hash } : null;
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

/** A row of the log as the domain knows it; the same bytes as when it was chained. */
function toRecorded(row: Event): RecordedEvent {
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
