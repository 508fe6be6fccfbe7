import 'client-only';
import { messageNames, type StreamMessage } from './stream-message';

const firstRetryMs = 300;
const longestRetryMs = 5_000;
// A server is back after a second or so; patience that doubles would sleep through that.
const patience = 1.5;
const deadAfterMs = 10_000;
const checkEveryMs = 1_000;

/** Whom a connection tells. */
export interface ConnectionListener {
  onMessage(message: StreamMessage): void;
  /** The server refused us: nobody is signed in here any more. */
  onSignedOut(): void;
}

/** One EventSource that always comes back: resumes by id, spreads its retries, and notices a link that only looks alive. */
export class Connection {
  readonly #topics: readonly string[];
  readonly #listener: ConnectionListener;
  #source: EventSource | null = null;
  #lastEventId = '';
  #heardAt = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  readonly #watchdog: ReturnType<typeof setInterval>;

  constructor(topics: readonly string[], listener: ConnectionListener) {
    this.#topics = topics;
    this.#listener = listener;
    this.#watchdog = setInterval(() => this.#dropWhenDead(), checkEveryMs);
    this.#open();
  }

  close(): void {
    clearInterval(this.#watchdog);
    if (this.#retry) clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    const query = new URLSearchParams({ topics: this.#topics.join(',') });
    if (this.#lastEventId) query.set('lastEventId', this.#lastEventId);
    const source = new EventSource(`/api/v1/stream?${query}`);
    this.#source = source;
    this.#heardAt = performance.now();
    for (const name of messageNames)
      source.addEventListener(name, (event) => this.#hear(name, event as MessageEvent<string>));
    source.onerror = () => this.#reopen();
  }

  #hear(name: StreamMessage['name'], event: MessageEvent<string>): void {
    this.#heardAt = performance.now();
    this.#failures = 0;
    if (event.lastEventId) this.#lastEventId = event.lastEventId;
    if (name === 'bye') this.#reopen();
    else if (name === 'signed_out') this.#listener.onSignedOut();
    else this.#listener.onMessage({ name, data: JSON.parse(event.data) } as StreamMessage);
  }

  #dropWhenDead(): void {
    if (this.#source && performance.now() - this.#heardAt > deadAfterMs) this.#reopen();
  }

  #reopen(): void {
    this.#source?.close();
    this.#source = null;
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#failures === 1) void this.#askWhy();
    const wait = Math.min(longestRetryMs, firstRetryMs * patience ** this.#failures) * (0.7 + Math.random() * 0.6);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#open(), wait);
  }

  /** EventSource does not say why it failed; a plain request tells a lost session from a lost server. */
  async #askWhy(): Promise<void> {
    try {
      const response = await fetch('/api/v1/incidents?limit=1', { cache: 'no-store' });
      if (response.status === 401) this.#listener.onSignedOut();
    } catch {
      // No answer at all: the link state says that already.
    }
  }
}
