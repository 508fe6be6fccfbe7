import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from '@/generated/prisma/client';
import { connectPool } from './connect-pool';
import { perProcess } from './per-process';
import { readPool } from './read-pool';

/** A database client, or the client inside a transaction. */
export type Database = Pick<PrismaClient, '$queryRaw' | '$executeRaw' | 'person' | 'signIn' | 'event' | 'incident'>;

/** The process's client, for all but the writing of records. Connects lazily and survives the database's restart. */
export function database(): PrismaClient {
  return perProcess('database', () => clientOn(readPool()));
}

/** A client of its own for `url`, for tests and scripts; end it with `$disconnect()`. */
export function connectDatabase(url: string, maxConnections = 10): PrismaClient {
  return clientOn(connectPool(url, { max: maxConnections }));
}

function clientOn(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}
