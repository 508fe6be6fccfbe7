import 'server-only';
import type { ChainHead } from '@/lib/domain/review/chain-head';
import { database } from '../kernel/database';

/** The head of an incident's chain (rule K8); null when there is none. For whoever was shown the record already. */
export async function getChainHead(number: string): Promise<ChainHead | null> {
  const row = await database().incident.findUnique({
    where: { number },
    select: { lastSeq: true, lastHash: true },
  });
  return row ? { seq: row.lastSeq, hash: Buffer.from(row.lastHash).toString('hex') } : null;
}
