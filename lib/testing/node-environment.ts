import pg from 'pg';
import { inject } from 'vitest';

/** Makes this test file's process a console node on the database at `url`; call it before anything reads `env()`. */
export function setNodeEnvironment(url: string, over: Readonly<Record<string, string>> = {}): void {
  Object.assign(process.env, {
    LOG_LEVEL: 'silent',
    DATABASE_URL: url,
    NEXTAUTH_URL: 'https://console.test',
    NEXTAUTH_SECRET: 'a secret that is only used in tests',
    CHAIN_KEY: 'a chain key that is only used in tests',
    OIDC_ISSUER: 'https://issuer.test',
    OIDC_CLIENT_ID: 'console',
    OIDC_CLIENT_SECRET: 'only used in tests',
    ...over,
  });
}

async function asOwner(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

/** Ends every connection to the database at `url`, or those of one application name. */
export function killConnections(url: string, applicationName = '%'): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  return asOwner((client) =>
    client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE $2',
      [name, applicationName],
    ),
  );
}

/** Makes the database at `url` unreachable; the returned function lets everybody in again. */
export async function cutOff(url: string): Promise<() => Promise<void>> {
  const name = new URL(url).pathname.slice(1);
  const allow = (may: boolean) => asOwner((client) => client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${may}`));
  await allow(false);
  await killConnections(url);
  return () => allow(true);
}
