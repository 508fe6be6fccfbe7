import 'server-only';
import { now } from '../kernel/clock';
import { readPool } from '../kernel/read-pool';
import { storeTrouble } from './store-trouble';

const patienceMs = 10 * 60_000;
const counts = `
  SELECT count(*) FILTER (WHERE place = 'spool')::int AS waiting,
    count(*) FILTER (WHERE place = 'lost')::int AS lost, count(*) FILTER (WHERE place = 'damaged')::int AS damaged
  FROM evidence_object WHERE place IN ('lost', 'damaged') OR (place = 'spool' AND received_at < $1)`;

interface Counts {
  waiting: number;
  lost: number;
  damaged: number;
}

/** What is wrong with saved evidence, in words for own health; null when all is well. Throws when the database does not answer. */
export async function describeEvidenceTrouble(): Promise<string | null> {
  const before = new Date(now().getTime() - patienceMs);
  const { rows } = await readPool().query<Counts>({ name: 'evidence-trouble', text: counts, values: [before] });
  const { waiting = 0, lost = 0, damaged = 0 } = rows[0] ?? {};
  const trouble = storeTrouble();
  const said = [
    ...(damaged > 0 ? [`${damaged} saved files are damaged`] : []),
    ...(lost > 0 ? [`${lost} saved files are lost`] : []),
    ...(trouble ? [`the store does not take files (${trouble}); they wait on this computer`] : []),
    ...(waiting > 0 ? [`${waiting} saved files have waited for the store for over ten minutes`] : []),
  ];
  return said.length > 0 ? said.join('; ') : null;
}
