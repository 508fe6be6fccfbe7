import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '@/generated/prisma/client';
import { env } from '../env';
import { log } from '../observability/log';
import { perProcess } from './per-process';

/** A database client, or the client inside a transaction. */
export type Database = Pick<
  PrismaClient,
  '$queryRaw' | '$executeRaw' | 'person' | 'signIn' | 'command' | 'event' | 'incident'
>;

const limits = '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000';

/** The process's client. Connects lazily, gives up on a silent server after 2 s, survives its restart. */
export function database(): PrismaClient {
  return perProcess('database', () => connectDatabase(env().DATABASE_URL));
}

/** A client of its own for `url`, for tests and scripts; end it with `$disconnect()`. */
export function connectDatabase(url: string, maxConnections = 10): PrismaClient {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: limits,
    application_name: 'incident-console',
  });
  pool.on('error', (error) => log().warn({ reason: error.message }, 'an idle database connection was lost'));
  pool.on('connect', (client) => {
    client.on('error', (error) => log().warn({ reason: error.message }, 'a database connection was lost'));
  });
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}
