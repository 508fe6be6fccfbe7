import { defineConfig } from 'prisma/config';

// The address is only needed by migrate commands; generate runs without one.
const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
});
