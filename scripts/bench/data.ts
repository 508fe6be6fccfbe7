import path from 'node:path';
import { runCommand } from '../run-command';
import { migrateDatabase } from '../start/migrate-database';
import { readArchiveSize } from './archive/read-archive-size';
import { seedArchive } from './archive/seed-archive';
import { shippedCatalogue } from './archive/shipped-catalogue';

const root = path.resolve(import.meta.dirname, '../..');

/** `npm run bench:data`: fills the empty database of DATABASE_URL with an archive: 10,000 incidents of 100 events, or as many as said. */
runCommand(async () => {
  const { incidents, eventsEach } = readArchiveSize(process.argv.slice(2));
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL: missing; name a database that holds nothing else.');
  await migrateDatabase(root, DATABASE_URL);
  const held = await seedArchive(DATABASE_URL, shippedCatalogue(root), incidents, eventsEach);
  process.stdout.write(`The database holds ${held.incidents} incidents and ${held.events} events.\n`);
});
