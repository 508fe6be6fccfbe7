import { v7 as uuidv7 } from 'uuid';
import type { PrismaClient } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { type CatalogueContent, toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { connectDatabase } from '@/lib/server/kernel/database';
import { isDatabaseTrouble } from '@/lib/server/kernel/database-trouble';
import { type Executed, execute, type WriteDoor } from '@/lib/server/kernel/execute';
import { parseCommand } from '@/lib/server/kernel/parse-command';
import { perProcess } from '@/lib/server/kernel/per-process';
import { connectWrites } from '@/lib/server/kernel/write-pool';
import { aCatalogue } from './a-catalogue';
import { aCommsLookup } from './a-comms-lookup';
import { freshDatabase } from './fresh-database';

export const chainKey = 'a chain key that is only used in tests';

export interface TestDoor extends WriteDoor {
  database: PrismaClient;
  url: string;
  close(): Promise<void>;
  /** Sends a command as this actor; a command id is made unless one is given. */
  send(
    actor: Actor,
    type: string,
    input: object,
    more?: { commandId?: string; occurredAt?: string },
  ): Promise<Executed>;
}

/** The write door of an empty database of its own. */
export async function aWriteDoor(): Promise<TestDoor> {
  const fresh = await freshDatabase();
  const database = connectDatabase(fresh.url, 8);
  const writes = connectWrites(fresh.url);
  const catalogue = aCatalogue();
  // What commands look up of the version an incident was declared under, as a node that serves it knows it.
  const versions = perProcess('catalogue versions', () => new Map<string, CatalogueContent>());
  versions.set(catalogue.version, toCatalogueContent(catalogue));
  const door: WriteDoor = { writes, catalogue, chainKey, commsLookup: () => aCommsLookup() };
  return {
    ...door,
    database,
    url: fresh.url,
    send: (actor, type, input, more = {}) => {
      const reading = parseCommand({ commandId: uuidv7(), type, input, ...more });
      if (!reading.ok) throw new Error(reading.problems.join('; '));
      return untilAnswered(() => execute(door, actor, reading.command));
    },
    close: async () => {
      await Promise.all([database.$disconnect(), writes.end()]);
      await fresh.drop();
    },
  };
}

/** A full queue answers 503; a browser then sends the same command again, and so do tests. */
async function untilAnswered(send: () => Promise<Executed>): Promise<Executed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isDatabaseTrouble(error) || attempt === 10) throw error;
    }
  }
}

/** The outcome of a command that was not refused as a reuse. */
export function outcomeOf(executed: Executed) {
  if (executed.reused) throw new Error('the command id was reused');
  return executed.outcome;
}
