import 'server-only';
import { Pool, type PoolConfig } from 'pg';
import { log } from '../observability/log';

const limits = '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000';

/** A pool that connects lazily, gives up on a silent server or a full house after 2 s, and survives the server's restart. */
export function connectPool(url: string, own: PoolConfig): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: limits,
    application_name: 'incident-console',
    ...own,
  });
  pool.on('error', (error) => log().warn({ reason: error.message }, 'an idle database connection was lost'));
  pool.on('connect', (client) => {
    client.on('error', (error) => log().warn({ reason: error.message }, 'a database connection was lost'));
  });
  return pool;
}
