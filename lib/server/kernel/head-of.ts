import 'server-only';
import { joined } from './joined';
import { perProcess } from './per-process';
import { readPool } from './read-pool';

const longestReadMs = 3_000;
const heads = 'SELECT number, last_seq FROM incident WHERE number = ANY($1)';

/** The last `seq` of an incident; undefined when there is none. Many who ask at once are answered by one read. */
export function headOf(number: string): Promise<number | undefined> {
  return perProcess('head-of', () => joined(readHeads))(number);
}

async function readHeads(numbers: readonly string[]): Promise<Map<string, number>> {
  const question = { name: 'heads-of', text: heads, values: [numbers], query_timeout: longestReadMs };
  const { rows } = await readPool().query<{ number: string; last_seq: number }>(question);
  return new Map(rows.map((row) => [row.number, row.last_seq]));
}
