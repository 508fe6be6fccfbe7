import { existsSync } from 'node:fs';
import path from 'node:path';
import { readStartEnvironment } from '../lib/server/env';
import { runCommand } from './run-command';
import { migrateDatabase } from './start/migrate-database';

const root = path.resolve(import.meta.dirname, '..');

/** `npm run migrate`: brings the database of DATABASE_URL up to date, for those who do that apart from the start. */
runCommand(async () => {
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const { DATABASE_URL } = process.env;
  const reading = readStartEnvironment({ DATABASE_URL });
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  if (!reading.env.DATABASE_URL)
    throw new Error('DATABASE_URL: missing; say which database. npm start does it for its own.');
  const applied = await migrateDatabase(root, reading.env.DATABASE_URL);
  const said = applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.';
  process.stdout.write(`${said}\n`);
});
