import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { chainStart } from './chain';
import type { StreamHead } from './event-store';
import type { WriteTransaction } from './write-transaction';

/** A place for a new incident: its head before the first event, and the next free number of the year. */
export interface NewStream {
  head: StreamHead;
  number: string;
  year: number;
  ordinal: number;
}

const begin = 'INSERT INTO incident_counter (year, last) VALUES ($1, 0) ON CONFLICT (year) DO NOTHING';
const lock = 'SELECT last FROM incident_counter WHERE year = $1 FOR UPDATE';
const keep = 'UPDATE incident_counter SET last = $2 WHERE year = $1';

/** Rule K5: numbers are gapless within a year; the counter's row is locked until the transaction ends. */
export async function openStream(tx: WriteTransaction, at: Date): Promise<NewStream> {
  const year = at.getUTCFullYear();
  const [, rows] = await Promise.all([
    tx.query({ name: 'begin-counter', text: begin, values: [year] }),
    tx.query<{ last: number }>({ name: 'lock-counter', text: lock, values: [year] }),
  ]);
  const ordinal = (rows[0]?.last ?? 0) + 1;
  const head = { incidentId: uuidv7(), state: null, lastSeq: 0, lastHash: chainStart };
  return { head, number: `INC-${year}-${String(ordinal).padStart(4, '0')}`, year, ordinal };
}

/** Takes the number for good, once the declaration is accepted. */
export async function keepNumber(tx: WriteTransaction, { year, ordinal }: NewStream): Promise<void> {
  await tx.query({ name: 'keep-number', text: keep, values: [year, ordinal] });
}
