import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/domain/access/actor';
import type { MachineCommandType } from '@/lib/domain/contents';
import { getCatalogue } from '../catalogue/get-catalogue';
import { env } from '../env';
import { type Executed, execute } from '../kernel/execute';
import { writePool } from '../kernel/write-pool';

type EvidenceCommand = Extract<MachineCommandType, `evidence.${string}`>;

/**
 * Records, in the name of whoever did it, what became of a file (rules E4 to E7). With a `commandId` made of the file's
 * own id the fact is recorded once, however often it is told. Throws when the database does not answer.
 */
export function recordEvidence(
  actor: Actor,
  type: EvidenceCommand,
  input: { number: string } & Record<string, unknown>,
  commandId: string = uuidv7(),
): Promise<Executed> {
  const door = { writes: writePool(), catalogue: getCatalogue(), chainKey: env().CHAIN_KEY };
  return execute(door, actor, { commandId, type, input, occurredAt: null });
}
