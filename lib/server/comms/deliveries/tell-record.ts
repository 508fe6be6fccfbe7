import 'server-only';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { DeliveryOutcome } from '@/lib/domain/comms/events';
import { getCatalogue } from '../../catalogue/get-catalogue';
import { env } from '../../env';
import { consoleItself } from '../../kernel/console-itself';
import { execute } from '../../kernel/execute';
import { machineCommandId } from '../../kernel/machine-command-id';
import { writePool } from '../../kernel/write-pool';

/** What came of a delivery, for the record. `key` is of the delivery and the try, so that the fact is recorded once. */
export interface Told {
  key: readonly string[];
  number: string;
  updateId: string;
  channel: string;
  destination: Destination | 'subscribers';
  outcome: DeliveryOutcome;
  detail: string | null;
}

/** The id of the command by which it is told. */
export function tellingId({ key, outcome }: Pick<Told, 'key' | 'outcome'>): string {
  return machineCommandId(['comms.record_delivery', outcome, ...key]);
}

/** Tells the record what came of a delivery, through the door that all facts take. Throws when the database fails. */
export async function tellRecord(told: Told): Promise<void> {
  const { key: _key, ...input } = told;
  const door = { writes: writePool(), catalogue: getCatalogue(), chainKey: env().CHAIN_KEY };
  const command = { commandId: tellingId(told), type: 'comms.record_delivery', input, occurredAt: null } as const;
  await execute(door, consoleItself, command);
}
