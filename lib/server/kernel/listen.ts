import 'server-only';
import { Client } from 'pg';
import { log } from '../observability/log';

/** What a listener does with what it hears. */
export interface Listening {
  channels: readonly string[];
  onNotify(channel: string, payload: string): void;
  /** Called after each (re)connect: whatever was said meanwhile must be read anew. */
  onConnect(): void;
}

const reconnectAfterMs = 250;

/** Listens on one dedicated connection and never gives up; the returned function ends it. */
export function listen(url: string, listening: Listening): () => Promise<void> {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isEnded = false;

  const again = (failed: Client) => {
    if (client !== failed || isEnded) return;
    client = null;
    failed.end().catch(() => {});
    timer = setTimeout(connect, reconnectAfterMs);
  };

  async function connect(): Promise<void> {
    const made = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      application_name: 'incident-console listener',
    });
    client = made;
    made.on('error', (error) => {
      log().warn({ reason: error.message }, 'the listening connection was lost');
      again(made);
    });
    made.on('end', () => again(made));
    made.on('notification', ({ channel, payload }) => listening.onNotify(channel, payload ?? ''));
    try {
      await made.connect();
      for (const channel of listening.channels) await made.query(`LISTEN ${made.escapeIdentifier(channel)}`);
      if (!isEnded) listening.onConnect();
    } catch {
      again(made);
    }
  }

  void connect();
  return async () => {
    isEnded = true;
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
