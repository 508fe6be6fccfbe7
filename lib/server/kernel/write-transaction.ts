import 'server-only';
import type { Pool, PoolClient } from 'pg';

/** SQL that each connection prepares once, under its name. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/**
 * One write transaction on a connection of its own. Statements are sent at once, in the order in which they are asked:
 * ask for all of a step first and await them together, then the step costs one round trip. When one fails, those behind
 * it fail too, and a commit among them rejects.
 */
export class WriteTransaction {
  readonly #client: PoolClient;
  #isCommitted = false;

  constructor(client: PoolClient) {
    this.#client = client;
    // When this one fails, so does what follows, and somebody waits for that.
    client.query('BEGIN').catch(() => {});
  }

  async query<Row>({ name, text, values }: Statement): Promise<Row[]> {
    const { rows } = await this.#client.query({ name, text, values });
    return rows as Row[];
  }

  /** Resolves when all is on disk. After a failed statement PostgreSQL answers COMMIT with ROLLBACK: that is a failure. */
  async commit(): Promise<void> {
    const { command } = await this.#client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
    this.#isCommitted = true;
  }

  /** Gives the connection back, without what was not committed. */
  async end(): Promise<void> {
    if (!this.#isCommitted) await this.#client.query('ROLLBACK');
  }
}

/** Runs `act` in a write transaction; what it does not commit is undone. Throws when the database fails or no connection is free in time. */
export async function inTransaction<T>(pool: Pool, act: (tx: WriteTransaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const tx = new WriteTransaction(client);
    const result = await act(tx);
    await tx.end();
    client.release();
    return result;
  } catch (error) {
    // Nobody knows what this connection still has under way; its end rolls everything back.
    client.release(true);
    throw error;
  }
}
