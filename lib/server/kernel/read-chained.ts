import 'server-only';
import type { Pool, PoolClient } from 'pg';
import type { RecordedEvent } from '@/lib/domain/contents';
import { type EventRow, eventColumns, toRecorded } from './event-store';

/** A connection, or a pool of them. */
export type Queries = Pick<Pool | PoolClient, 'query'>;

/** An event with its link of the chain, 32 bytes. */
export interface ChainedEvent {
  event: RecordedEvent;
  hash: Uint8Array;
}

const batch = 1_000;
const page = `SELECT ${eventColumns}, hash FROM event WHERE incident_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`;

/** The incident's events with `after < seq ≤ upTo` and their hashes, in order, a batch at a time. */
export async function* readChained(
  db: Queries,
  incidentId: string,
  after = 0,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<ChainedEvent, void> {
  let last = after;
  while (last < upTo) {
    const { rows } = await db.query<EventRow & { hash: Buffer }>(page, [incidentId, last, batch]);
    for (const row of rows) if (row.seq <= upTo) yield { event: toRecorded(row), hash: row.hash };
    if (rows.length < batch) return;
    last = rows.at(-1)?.seq ?? upTo;
  }
}
