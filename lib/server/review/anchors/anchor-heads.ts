import 'server-only';
import { env } from '../../env';
import { evidenceStore } from '../../evidence/store/evidence-store';
import { now } from '../../kernel/clock';
import { readPool } from '../../kernel/read-pool';
import { log } from '../../observability/log';
import { writeAnchor } from './write-anchor';

/** The job: writes today's anchor unless it is there. Throws when the store does not answer; it is asked again later. */
export async function anchorHeads(): Promise<void> {
  const source = { db: readPool(), store: evidenceStore(), chainKey: env().CHAIN_KEY };
  const top = await writeAnchor(source, now());
  if (top) log().info({ date: top.date, incidents: top.incidents }, 'the heads of all records are anchored');
}
