import 'server-only';
import { joined } from './joined';
import { perProcess } from './per-process';
import { readPool } from './read-pool';

const longestReadMs = 3_000;
const heads = 'SELECT number, last_seq, visible_to FROM incident WHERE number = ANY($1)';

/** Where an incident stands, and who may know of it: ids of people, or null for everybody (rule A7). */
export interface Head {
  lastSeq: number;
  visibleTo: readonly string[] | null;
}

/** The head of an incident; undefined when there is none. Many who ask at once are answered by one read. */
export function headOf(number: string): Promise<Head | undefined> {
  return perProcess('head-of', () => joined(readHeads))(number);
}

async function readHeads(numbers: readonly string[]): Promise<Map<string, Head>> {
  const question = { name: 'heads-of', text: heads, values: [numbers], query_timeout: longestReadMs };
  const { rows } = await readPool().query<{ number: string; last_seq: number; visible_to: string[] | null }>(question);
  return new Map(rows.map((row) => [row.number, { lastSeq: row.last_seq, visibleTo: row.visible_to }]));
}
