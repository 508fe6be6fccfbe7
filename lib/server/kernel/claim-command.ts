import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/domain/access/actor';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import type { Outcome } from './outcome';
import type { ParsedCommand } from './parse-command';
import type { WriteTransaction } from './write-transaction';

export type Claim = { state: 'new' } | { state: 'answered'; outcome: Outcome } | { state: 'reused' };

interface StoredCommand {
  actor_id: string;
  body_hash: Buffer;
  outcome: Outcome;
}

const claim = `
  INSERT INTO command (id, actor_id, type, body_hash, recorded_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO NOTHING RETURNING id`;
const read = 'SELECT actor_id, body_hash, outcome FROM command WHERE id = $1';
const store = 'UPDATE command SET outcome = $2 WHERE id = $1';

/**
 * Step 2 of the write path: the command id is taken, once. The same id from the same actor with the same body gets
 * the stored outcome; anything else is a reuse. A concurrent twin waits here for the first one's commit.
 */
export async function claimCommand(
  tx: WriteTransaction,
  actor: Actor,
  command: ParsedCommand,
  recordedAt: Date,
): Promise<Claim> {
  const bodyHash = hashBody(command);
  const { commandId, type } = command;
  const values = [commandId, actor.id, type, bodyHash, recordedAt.toISOString()];
  const taken = await tx.query({ name: 'claim-command', text: claim, values });
  if (taken.length === 1) return { state: 'new' };
  const [stored] = await tx.query<StoredCommand>({ name: 'read-command', text: read, values: [commandId] });
  if (!stored) throw new Error('a command that was taken is not there');
  const isSame = stored.actor_id === actor.id && stored.body_hash.equals(bodyHash);
  return isSame ? { state: 'answered', outcome: stored.outcome } : { state: 'reused' };
}

/** Step 6: the outcome is kept beside the id, rejections too, so that a queue stops retrying. */
export async function storeOutcome(tx: WriteTransaction, commandId: string, outcome: Outcome): Promise<void> {
  await tx.query({ name: 'store-outcome', text: store, values: [commandId, JSON.stringify(outcome)] });
}

function hashBody({ type, input, occurredAt }: ParsedCommand): Buffer {
  return createHash('sha256').update(canonicalJson({ type, input, occurredAt })).digest();
}
