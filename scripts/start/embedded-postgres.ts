import { ensureDatabase } from '../postgres/ensure-database';
import { stopLeftoverServer } from '../postgres/leftover-server';
import { choosePlace } from '../postgres/place';
import { serverUrl, startServer } from '../postgres/start-server';
import type { Launched } from '../process/keep-running';
import { logFile } from './log-file';
import type { Plan } from './plan';

const DATABASE = 'console';

export interface EmbeddedPostgres {
  /** The address of the console's database, once it runs. */
  url: string;
  /** Its folder, when that had to go outside the data folder. */
  elsewhere: string | undefined;
  launch(): Promise<Launched>;
}

/** Finds a place for the embedded PostgreSQL and frees it of a server that a killed start left running. */
export async function preparePostgres(plan: Plan, password: string): Promise<EmbeddedPostgres> {
  const place = choosePlace(plan.dataDir);
  await stopLeftoverServer(place.cluster);
  const port = plan.ports.postgres;
  const url = (database: string) => serverUrl({ port, password }, database);
  const launch = async (): Promise<Launched> => {
    const server = await startServer({ place, port, password, logFile: logFile(plan.dataDir, 'postgres') });
    try {
      await ensureDatabase(url('postgres'), DATABASE);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  };
  return { url: url(DATABASE), elsewhere: place.isElsewhere ? place.folder : undefined, launch };
}
