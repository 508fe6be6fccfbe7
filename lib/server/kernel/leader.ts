import 'server-only';
import { Client } from 'pg';
import { log } from '../observability/log';

const tryAgainMs = 2_000;
const probeMs = 5_000;
const soonMs = 250;

/** What a node does while it leads, and while nobody can say who does. */
export interface Leadership {
  lockId: number;
  /** Called on becoming leader, or when the database is silent and this node must look after itself. */
  onLead(): void;
  onYield(): void;
}

/**
 * One node leads: it holds an advisory lock on a session of its own. While the database does not answer, every node
 * leads for itself, so that its own people go on seeing live health.
 */
export class Leader {
  readonly #url: string;
  readonly #leadership: Leadership;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isLeading = false;
  #isAsking = false;
  #isEnded = false;

  constructor(url: string, leadership: Leadership) {
    this.#url = url;
    this.#leadership = leadership;
    void this.#round();
  }

  /** Gives the lead up for good; another node takes it within seconds. */
  async end(): Promise<void> {
    this.#isEnded = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#setLeading(false);
    await this.#client?.end().catch(() => {});
  }

  async #round(): Promise<void> {
    let wait = tryAgainMs;
    this.#isAsking = true;
    try {
      const isHeld = await this.#holdsLock();
      this.#setLeading(isHeld);
      if (isHeld) wait = probeMs;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log().warn({ reason }, 'no word on who leads; this node polls for itself');
      this.#drop();
      this.#setLeading(true);
    }
    this.#isAsking = false;
    this.#askIn(wait);
  }

  #askIn(waitMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (!this.#isEnded) this.#timer = setTimeout(() => void this.#round(), waitMs);
  }

  async #holdsLock(): Promise<boolean> {
    this.#client ??= await this.#connect();
    if (this.#isEnded) {
      this.#drop();
      return false;
    }
    const { rows } = await this.#client.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = $1::bigint AND pid = pg_backend_pid())
         OR pg_try_advisory_lock($1::bigint) AS held`,
      [this.#leadership.lockId],
    );
    return rows[0]?.held === true;
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.#url,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      query_timeout: 3_000,
      application_name: 'incident-console leader',
    });
    client.on('error', () => {
      if (this.#client !== client) return;
      // The lock went with the session, so another node may have it already.
      this.#drop();
      if (!this.#isAsking) this.#askIn(soonMs);
    });
    await client.connect();
    return client;
  }

  #setLeading(isLeading: boolean): void {
    if (isLeading === this.#isLeading || (isLeading && this.#isEnded)) return;
    this.#isLeading = isLeading;
    if (isLeading) this.#leadership.onLead();
    else this.#leadership.onYield();
  }

  #drop(): void {
    const lost = this.#client;
    this.#client = null;
    lost?.end().catch(() => {});
  }
}
