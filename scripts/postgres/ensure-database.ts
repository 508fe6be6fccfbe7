import pg from 'pg';

const WRONG_PASSWORD = '28P01';

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === WRONG_PASSWORD)) throw error;
    throw new Error(
      'The embedded database was made with another password: put its secrets.json back into the data folder.',
    );
  }
  return client;
}

/** Makes the database when the server does not have it yet. `url` is that of the database `postgres`. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = await connect(url);
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
