import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import { getCatalogue } from '../../../catalogue/get-catalogue';
import { env } from '../../../env';
import { now } from '../../../kernel/clock';
import { database } from '../../../kernel/database';
import { execute } from '../../../kernel/execute';
import type { Outcome } from '../../../kernel/outcome';
import { writePool } from '../../../kernel/write-pool';
import { hashOfToken, makeLinkToken } from '../link-token';

const hourMs = 3_600_000;

export interface MadeLink {
  linkId: string;
  /** Shown once: only the hash of its token is kept. */
  address: string;
  /** ISO UTC. */
  expiresAt: string;
}

/** Why the record did not take it. */
type Refused = Extract<Outcome, { outcome: 'rejected' }>;

/**
 * Rule M6: a link for people without an account. Its row comes first: one that the record then refuses is taken away
 * again, and one that a crash left behind has an address that nobody was told.
 */
export async function makeLink(
  actor: Actor,
  number: string,
  { label, ttlHours }: { label: string; ttlHours: number },
): Promise<{ made: MadeLink } | { refused: Refused }> {
  const token = makeLinkToken();
  const linkId = uuidv7();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + ttlHours * hourMs);
  const createdBy = { ...toRef(actor) };
  await database().followLink.create({
    data: { id: linkId, tokenHash: hashOfToken(token), incidentNumber: number, label, createdBy, createdAt, expiresAt },
  });
  const door = { writes: writePool(), catalogue: getCatalogue(), chainKey: env().CHAIN_KEY };
  const input = { number, linkId, label, expiresAt: expiresAt.toISOString() };
  const executed = await execute(door, actor, {
    commandId: uuidv7(),
    type: 'comms.record_link',
    input,
    occurredAt: null,
  });
  if (!executed.reused && executed.outcome.outcome === 'rejected') {
    await database().followLink.delete({ where: { id: linkId } });
    return { refused: executed.outcome };
  }
  return { made: { linkId, address: `${env().NEXTAUTH_URL}/follow/s/${token}`, expiresAt: expiresAt.toISOString() } };
}
