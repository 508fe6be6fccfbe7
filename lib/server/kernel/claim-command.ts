import 'server-only';
import { createHash } from 'node:crypto';
import type { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import type { Database } from './database';
import type { Outcome } from './outcome';
import type { ParsedCommand } from './parse-command';

export type Claim = { state: 'new' } | { state: 'answered'; outcome: Outcome } | { state: 'reused' };

/**
 * Step 2 of the write path: the command id is taken, once. The same id from the same actor with the same body gets
 * the stored outcome; anything else is a reuse. A concurrent twin waits here for the first one's commit.
 */
export async function claimCommand(
  tx: Database,
  actor: Actor,
  command: ParsedCommand,
  recordedAt: Date,
): Promise<Claim> {
  const bodyHash = hashBody(command);
  const { commandId, type } = command;
  const taken = await tx.$executeRaw`
    INSERT INTO command (id, actor_id, type, body_hash, recorded_at)
    VALUES (${commandId}::uuid, ${actor.id}, ${type}, ${bodyHash}, ${recordedAt})
    ON CONFLICT (id) DO NOTHING`;
  if (taken === 1) return { state: 'new' };
  const stored = await tx.command.findUniqueOrThrow({ where: { id: commandId } });
  const isSame = stored.actorId === actor.id && Buffer.from(stored.bodyHash).equals(bodyHash);
  return isSame ? { state: 'answered', outcome: stored.outcome as unknown as Outcome } : { state: 'reused' };
}

/** Step 6: the outcome is kept beside the id, rejections too, so that a queue stops retrying. */
export async function storeOutcome(tx: Database, commandId: string, outcome: Outcome): Promise<void> {
  const kept = outcome as unknown as Prisma.InputJsonObject;
  await tx.command.update({ where: { id: commandId }, data: { outcome: kept } });
}

function hashBody({ type, input, occurredAt }: ParsedCommand): Buffer<ArrayBuffer> {
  const digest = createHash('sha256').update(canonicalJson({ type, input, occurredAt })).digest();
  return Buffer.from(digest);
}
