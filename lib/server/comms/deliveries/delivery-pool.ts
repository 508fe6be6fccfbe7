import 'server-only';
import type { Pool } from 'pg';
import { env } from '../../env';
import { connectPool } from '../../kernel/connect-pool';
import { perProcess } from '../../kernel/per-process';

// Few, so that ten thousand mails never take the connections that commands and pages need.
const mostConnections = 3;

/** The connections of the queue of deliveries. */
export function deliveryPool(): Pool {
  return perProcess('delivery-pool', () => connectPool(env().DATABASE_URL, { max: mostConnections }));
}
