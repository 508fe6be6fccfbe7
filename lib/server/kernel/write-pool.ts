import 'server-only';
import type { Pool } from 'pg';
import { env } from '../env';
import { connectPool } from './connect-pool';
import { perProcess } from './per-process';

// A command holds one for some milliseconds, and at most one for each incident: lanes see to that.
const mostWriters = 6;

/** The process's connections for writing records, apart from those that pages read by. */
export function writePool(): Pool {
  return perProcess('write-pool', () => connectWrites(env().DATABASE_URL));
}

/** Such a pool for `url`, for tests and scripts; end it with `end()`. */
export function connectWrites(url: string, max = mostWriters): Pool {
  // Pipelined: what a step of the write path asks travels together, and its answers too.
  return connectPool(url, { max, pipeline: true, query_timeout: 8_000 });
}
