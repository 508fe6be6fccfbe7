import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowAwayServer } from '../../scripts/postgres/throw-away-server';
import { applyMigrations } from '../server/kernel/apply-migrations';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's database `postgres`, as its owner. */
    postgresUrl: string;
  }
}

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

/** The migrated, empty database that every test's own database is copied from. */
const TEMPLATE = 'template_console';

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Vitest global setup: a throw-away PostgreSQL with a migrated template; answers what takes it away again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, folder } = await startThrowAwayServer();
  const take = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await run(server.url('postgres'), `CREATE DATABASE ${TEMPLATE}`);
    await applyMigrations(server.url(TEMPLATE), MIGRATIONS);
    // Nobody may be connected to a database that is copied.
    await run(server.url('postgres'), `ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  } catch (error) {
    await take();
    throw error;
  }
  project.provide('postgresUrl', server.url('postgres'));
  return take;
}
