import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

// The lock and the table are those of `prisma migrate deploy`, so that either may bring a database up to date.
const LOCK = 72_707_369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: sha256(sql) };
    });
}

/** A checkout may have changed the line ends; that is not a change of the migration. */
function isSame(row: AppliedRow, migration: Migration): boolean {
  const unix = migration.sql.replaceAll('\r\n', '\n');
  return [migration.checksum, sha256(unix), sha256(unix.replaceAll('\n', '\r\n'))].includes(row.checksum);
}

function refuseContradictions(rows: AppliedRow[], migrations: Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = byName.get(row.migration_name);
    if (!migration) {
      throw new Error(
        `The database has the migration ${row.migration_name}, which this release does not know: it was used by a newer release. Start that one, or restore a backup.`,
      );
    }
    if (row.finished_at === null) {
      throw new Error(
        `The migration ${row.migration_name} began in this database and never finished. Restore a backup.`,
      );
    }
    if (!isSame(row, migration)) {
      throw new Error(
        `The migration ${row.migration_name} was changed after it was applied to this database. Put its migration.sql back and add a new migration instead.`,
      );
    }
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())',
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query(migration.sql);
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE migration_name = $1 AND rolled_back_at IS NULL',
      [migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${migration.name} failed and nothing of it was kept: ${reason}`, { cause: error });
  }
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(TABLE);
  const { rows } = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  refuseContradictions(rows, migrations);
  const applied = new Set(rows.map((row) => row.migration_name));
  const missing = migrations.filter((migration) => !applied.has(migration.name));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map((migration) => migration.name);
}

/**
 * Brings a database up to date with the migrations in `folder`, each in its own transaction. Several starts at once wait
 * for each other. Answers the names it applied. Throws an Error in plain words when an applied migration was changed, is
 * missing on disk or never finished, and when one fails.
 */
export async function applyMigrations(databaseUrl: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    // A notice such as "already exists, skipping" is nobody's news.
    await client.query('SET client_min_messages = warning');
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, migrations);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}
