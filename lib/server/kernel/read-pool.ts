import 'server-only';
import type { Pool } from 'pg';
import { env } from '../env';
import { connectPool } from './connect-pool';
import { perProcess } from './per-process';

/** The process's connections for reading: Prisma's, and what is asked too often to go through it. */
export function readPool(): Pool {
  return perProcess('read-pool', () => connectPool(env().DATABASE_URL, { max: 10 }));
}
