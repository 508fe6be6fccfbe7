import 'server-only';
import type { Event, Prisma } from '@/generated/prisma/client';
import type { RecordedEvent, RecordState } from '@/lib/domain/contents';
import { chainHash } from './chain';
import type { Database } from './database';

/** Where a stream stands: its folded state, its last sequence number, the head of its chain. */
export interface StreamHead {
  incidentId: string;
  state: RecordState | null;
  lastSeq: number;
  lastHash: Uint8Array;
}

/** Locks the incident's row until the transaction ends, so that its events get one order. Null when there is none. */
export async function lockStream(tx: Database, number: string): Promise<StreamHead | null> {
  const rows = await tx.$queryRaw<{ id: string; state: RecordState; last_seq: number; last_hash: Uint8Array }[]>`
    SELECT id, state, last_seq, last_hash FROM incident WHERE number = ${number} FOR UPDATE`;
  const row = rows[0];
  return row ? { incidentId: row.id, state: row.state, lastSeq: row.last_seq, lastHash: row.last_hash } : null;
}

/** Appends events that already carry their `seq`, chaining each to the one before; answers the new head's hash. */
export async function appendEvents(
  tx: Database,
  head: StreamHead,
  events: readonly RecordedEvent[],
  chainKey: string,
): Promise<Uint8Array<ArrayBuffer>> {
  let hash: Uint8Array<ArrayBuffer> = new Uint8Array(head.lastHash);
  const rows = events.map((event) => {
    hash = chainHash(chainKey, hash, event);
    const { seq, type, commandId, occurredAt, recordedAt } = event;
    return {
      ...{ incidentId: head.incidentId, seq, type, commandId, occurredAt, recordedAt, hash },
      data: event.data as unknown as Prisma.InputJsonObject,
      actor: event.actor as unknown as Prisma.InputJsonObject,
    };
  });
  await tx.event.createMany({ data: rows });
  return hash;
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
