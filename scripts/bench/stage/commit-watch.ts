import pg from 'pg';
import { monotonicMs } from '../clock';

interface Pointer {
  number: string;
  from: number;
  to: number;
}

/**
 * Notes when PostgreSQL tells of each commit. A listener beside the console hears it at the same moment as the console
 * does: that is the zero of "committed → every follower has it", whatever the console is busy with.
 */
export class CommitWatch {
  readonly #client: pg.Client;
  readonly #committedAt = new Map<string, number>();

  private constructor(client: pg.Client) {
    this.#client = client;
    client.on('notification', ({ payload }) => {
      const at = monotonicMs();
      const { number, from, to } = JSON.parse(payload ?? '{}') as Pointer;
      for (let seq = from; seq <= to; seq += 1) this.#committedAt.set(`${number}=${seq}`, at);
    });
  }

  static async on(url: string): Promise<CommitWatch> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const watch = new CommitWatch(client);
    await client.query('LISTEN incident_changed');
    return watch;
  }

  /** Monotonic milliseconds; throws for an event that was never told of. */
  committedAt(number: string, seq: number): number {
    const at = this.#committedAt.get(`${number}=${seq}`);
    if (at === undefined) throw new Error(`no word of the commit of ${number}=${seq}`);
    return at;
  }

  async end(): Promise<void> {
    await this.#client.end();
  }
}
