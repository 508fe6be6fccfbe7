import 'client-only';
import { Connection } from './connection';
import type { StreamMessage } from './stream-message';

/** What tabs of one browser say to each other. */
type TabTalk =
  | { kind: 'message'; message: StreamMessage }
  | { kind: 'signed_out' }
  | { kind: 'who_is_there' }
  | { kind: 'topics'; tab: string; topics: string[] }
  | { kind: 'gone'; tab: string };

/** What sharing needs from the browser; given in so that it is tested without one. */
export interface BrowserParts {
  channel: Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: ((event: MessageEvent) => void) | null };
  locks: Pick<LockManager, 'request'>;
  connect(
    topics: readonly string[],
    listener: { onMessage(message: StreamMessage): void; onSignedOut(): void },
  ): { close(): void };
}

const lockName = 'incident-console-stream';
// Somebody who turns a page and comes back at once does not cost two connections.
const narrowAfterMs = 3_000;

/** One stream a browser: the tab that holds the lock reads it and tells the others; when it goes, another takes over. */
export class SharedStream {
  readonly #parts: BrowserParts;
  readonly #tab = crypto.randomUUID();
  readonly #hear: (message: StreamMessage) => void;
  readonly #onSignedOut: () => void;
  readonly #othersTopics = new Map<string, string[]>();
  #topics: string[] = [];
  #connection: { close(): void } | null = null;
  #connected: ReadonlySet<string> = new Set();
  #narrowing: ReturnType<typeof setTimeout> | null = null;
  /** Who is where, as last heard: a tab that comes later is told, for the server has told this browser already. */
  readonly #presence = new Map<string, StreamMessage>();
  #release: (() => void) | null = null;
  #isClosed = false;

  constructor(parts: BrowserParts, hear: (message: StreamMessage) => void, onSignedOut: () => void) {
    this.#parts = parts;
    this.#hear = hear;
    this.#onSignedOut = onSignedOut;
    parts.channel.onmessage = ({ data }) => this.#listen(data as TabTalk);
    this.#wait({});
  }

  /** The topics this tab needs from now on. */
  setTopics(topics: readonly string[]): void {
    this.#topics = [...topics];
    this.#say({ kind: 'topics', tab: this.#tab, topics: this.#topics });
    this.#reconnectWhenTopicsChanged();
  }

  /** A tab that hears nothing takes the stream over: the one that holds it may be frozen. */
  takeOver(): void {
    if (!this.#connection) this.#wait({ steal: true });
  }

  close(): void {
    this.#isClosed = true;
    this.#say({ kind: 'gone', tab: this.#tab });
    this.#drop();
    this.#parts.channel.close();
  }

  #wait(options: LockOptions): void {
    const hold = () => new Promise<void>((release) => this.#lead(release));
    this.#parts.locks.request(lockName, options, hold).catch(() => {
      // Another tab took over: be a follower, and stand in line again.
      this.#drop();
      if (!this.#isClosed) this.#wait({});
    });
  }

  #lead(release: () => void): void {
    if (this.#isClosed) {
      release();
      return;
    }
    this.#release = release;
    this.#say({ kind: 'who_is_there' });
    this.#connect();
  }

  #connect(): void {
    const topics = [...this.#needed()].sort();
    this.#stopNarrowing();
    this.#connected = new Set(topics);
    const before = this.#connection;
    this.#connection = this.#parts.connect(topics, {
      onMessage: (message) => {
        if (message.name === 'presence') this.#presence.set(message.data.number, message);
        this.#say({ kind: 'message', message });
        this.#hear(message);
      },
      onSignedOut: () => {
        this.#say({ kind: 'signed_out' });
        this.#onSignedOut();
      },
    });
    before?.close();
  }

  #reconnectWhenTopicsChanged(): void {
    if (!this.#connection) return;
    const needed = this.#needed();
    if ([...needed].some((topic) => !this.#connected.has(topic))) this.#connect();
    else if (this.#connected.size > needed.size) this.#narrowing ??= setTimeout(() => this.#narrow(), narrowAfterMs);
    else this.#stopNarrowing();
  }

  /** Rule A8: whoever has left an incident's page is not there any more, so its topic is not held on to. */
  #narrow(): void {
    this.#narrowing = null;
    if (this.#connection && this.#connected.size > this.#needed().size) this.#connect();
  }

  #stopNarrowing(): void {
    if (this.#narrowing) clearTimeout(this.#narrowing);
    this.#narrowing = null;
  }

  #needed(): Set<string> {
    return new Set([...this.#topics, ...[...this.#othersTopics.values()].flat()]);
  }

  #listen(talk: TabTalk): void {
    switch (talk.kind) {
      case 'message':
        this.#hear(talk.message);
        break;
      case 'signed_out':
        this.#onSignedOut();
        break;
      case 'who_is_there':
        this.#say({ kind: 'topics', tab: this.#tab, topics: this.#topics });
        break;
      case 'topics':
        this.#tellPresence(talk);
        this.#othersTopics.set(talk.tab, talk.topics);
        this.#reconnectWhenTopicsChanged();
        break;
      case 'gone':
        this.#othersTopics.delete(talk.tab);
        this.#reconnectWhenTopicsChanged();
    }
  }

  #tellPresence({ tab, topics }: Extract<TabTalk, { kind: 'topics' }>): void {
    if (!this.#connection) return;
    const known = this.#othersTopics.get(tab) ?? [];
    for (const [number, message] of this.#presence) {
      const topic = `incident:${number}`;
      if (topics.includes(topic) && !known.includes(topic)) this.#say({ kind: 'message', message });
    }
  }

  #say(talk: TabTalk): void {
    this.#parts.channel.postMessage(talk);
  }

  #drop(): void {
    this.#stopNarrowing();
    this.#presence.clear();
    this.#connection?.close();
    this.#connection = null;
    this.#release?.();
    this.#release = null;
  }
}

/** The real browser's parts; where locks are missing (plain http on a network), each tab has a stream of its own. */
export function browserParts(): BrowserParts {
  const connect: BrowserParts['connect'] = (topics, listener) => new Connection(topics, listener);
  const lonely: Pick<LockManager, 'request'> = {
    request: (async (_: string, __: LockOptions, hold: () => Promise<void>) => hold()) as LockManager['request'],
  };
  const silentChannel = { postMessage: () => {}, close: () => {}, onmessage: null };
  const canShare = 'locks' in navigator && navigator.locks !== undefined && 'BroadcastChannel' in window;
  if (!canShare) return { channel: silentChannel, locks: lonely, connect };
  return { channel: new BroadcastChannel(lockName), locks: navigator.locks, connect };
}
