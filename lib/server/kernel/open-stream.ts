import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { chainStart } from './chain';
import type { Database } from './database';
import type { StreamHead } from './event-store';

/** A place for a new incident: its head before the first event, and the next free number of the year. */
export interface NewStream {
  head: StreamHead;
  number: string;
  year: number;
  ordinal: number;
}

/** Rule K5: numbers are gapless within a year; the counter's row is locked until the transaction ends. */
export async function openStream(tx: Database, at: Date): Promise<NewStream> {
  const year = at.getUTCFullYear();
  await tx.$executeRaw`INSERT INTO incident_counter (year, last) VALUES (${year}, 0) ON CONFLICT (year) DO NOTHING`;
  const rows = await tx.$queryRaw<
    { last: number }[]
  >`SELECT last FROM incident_counter WHERE year = ${year} FOR UPDATE`;
  const ordinal = (rows[0]?.last ?? 0) + 1;
  const head = { incidentId: uuidv7(), state: null, lastSeq: 0, lastHash: chainStart };
  return { head, number: `INC-${year}-${String(ordinal).padStart(4, '0')}`, year, ordinal };
}

/** Takes the number for good, once the declaration is accepted. */
export async function keepNumber(tx: Database, { year, ordinal }: NewStream): Promise<void> {
  await tx.$executeRaw`UPDATE incident_counter SET last = ${ordinal} WHERE year = ${year}`;
}
