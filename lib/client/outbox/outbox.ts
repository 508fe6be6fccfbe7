import 'client-only';
import { v7 as uuidv7 } from 'uuid';
import type { RecordedEvent } from '@/lib/domain/contents';
import { isServerTimeKnown, serverNowMs } from '../store/server-clock';
import type { OutboxEntry } from './outbox-entry';
import { OutboxStorage } from './outbox-storage';
import { postCommand } from './post-command';
import { typedText } from './typed-text';

const firstRetryMs = 500;
const longestRetryMs = 10_000;
const mostBugs = 3;

/** Takes the events of an answered command; resolves once the page shows them. */
type OnEvents = (number: string, events: readonly RecordedEvent[]) => void | Promise<void>;

const saidInVain =
  'This was so already when it arrived, so your words were not recorded. Add them as a note if they matter.';

interface NewCommand {
  type: string;
  number: string;
  input: Record<string, unknown>;
  happenedAt?: string | undefined;
}

/** The queue of commands of one person in this browser: kept before sent, sent in order, never sent as somebody else. */
export class Outbox {
  readonly #storage: OutboxStorage;
  readonly #onEvents: OnEvents;
  readonly #listeners = new Set<() => void>();
  /** Answered, and kept on the page until it shows the outcome. */
  readonly #settling = new Map<string, OutboxEntry>();
  #entries: OutboxEntry[];
  #isSending = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;

  constructor(personId: string, onEvents: OnEvents) {
    this.#storage = new OutboxStorage(personId);
    this.#onEvents = onEvents;
    this.#entries = this.#storage.list();
    window.addEventListener('storage', ({ key }) => this.#storage.owns(key) && this.#changed());
    window.addEventListener('online', () => this.flush());
    this.flush();
  }

  entries = (): readonly OutboxEntry[] => this.#entries;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps a command and starts sending; answers its id at once. `happenedAt` (ISO UTC) is given for what is told later. */
  add({ type, number, input, happenedAt }: NewCommand): string {
    const commandId = uuidv7();
    const createdAt = new Date(serverNowMs()).toISOString();
    const text = typedText(input);
    this.#storage.put({
      ...{ commandId, type, number, input, createdAt, state: 'waiting', attempts: 0 },
      occurredAt: happenedAt ?? (isServerTimeKnown() ? createdAt : null),
      ...(text === '' ? {} : { text }),
    });
    this.#changed();
    this.flush();
    return commandId;
  }

  /** Forgets an entry: a refusal that was read, or a command that its author takes back before it was sent. */
  discard(commandId: string): void {
    this.#storage.remove(commandId);
    this.#changed();
  }

  /** Sends what waits, oldest first; called again whenever the link comes back. */
  flush(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    if (!this.#isSending) void this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    try {
      for (;;) {
        const next = this.#storage.list().find((entry) => entry.state !== 'refused');
        if (!next || !(await this.#send(next))) return;
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** True when the queue may go on with the next entry. */
  async #send(entry: OutboxEntry): Promise<boolean> {
    const { commandId, type, input, occurredAt } = entry;
    this.#keep({ ...entry, state: 'sending', attempts: entry.attempts + 1 });
    const answer = await postCommand({ commandId, type, input, ...(occurredAt ? { occurredAt } : {}) });
    switch (answer.kind) {
      case 'done':
        this.#failures = 0;
        if (answer.events.length === 0 && entry.text !== undefined)
          this.#keep({ ...entry, state: 'refused', refusal: saidInVain });
        else this.#settle(entry, answer);
        return true;
      case 'refused':
        this.#keep({ ...entry, state: 'refused', refusal: answer.words });
        return true;
      case 'signed_out':
        this.#keep({ ...entry, state: 'needs_sign_in' });
        this.#tryLater();
        return false;
      case 'unknown':
        return this.#giveUpOrTryLater(entry, answer.isServerBug);
    }
  }

  /** Nothing of it is left to send; it goes on being foreseen until the record holds its events. */
  #settle(entry: OutboxEntry, { number, events }: { number: string; events: readonly RecordedEvent[] }): void {
    const { commandId } = entry;
    this.#settling.set(commandId, { ...entry, state: 'sent' });
    this.discard(commandId);
    const forget = () => {
      if (this.#settling.delete(commandId)) this.#changed();
    };
    void Promise.resolve(this.#onEvents(number, events)).then(forget, forget);
  }

  #giveUpOrTryLater(entry: OutboxEntry, isServerBug: boolean): boolean {
    const attempts = entry.attempts + 1;
    const bugs = (entry.bugs ?? 0) + (isServerBug ? 1 : 0);
    if (bugs >= mostBugs) {
      this.#keep({
        ...entry,
        attempts,
        bugs,
        state: 'refused',
        refusal: 'The server failed at this again and again. It was not saved as far as we know.',
      });
      return true;
    }
    this.#keep({ ...entry, attempts, bugs, state: 'waiting' });
    this.#tryLater();
    return false;
  }

  #tryLater(): void {
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** this.#failures) * (0.7 + Math.random() * 0.6);
    this.#failures += 1;
    this.#retry = setTimeout(() => this.flush(), wait);
  }

  /** Never brings back an entry that another tab has finished meanwhile. */
  #keep(entry: OutboxEntry): void {
    if (this.#storage.has(entry.commandId)) this.#storage.put(entry);
    this.#changed();
  }

  #changed(): void {
    this.#entries = [...this.#settling.values(), ...this.#storage.list()];
    for (const listener of this.#listeners) listener();
  }
}

let current: Outbox | null = null;

/** Opens the queue of the person who is signed in. */
export function openOutbox(personId: string, onEvents: OnEvents): Outbox {
  current ??= new Outbox(personId, onEvents);
  return current;
}

/** The open queue. Throws before `openOutbox`: nothing may be typed on a page without one. */
export function outbox(): Outbox {
  if (!current) throw new Error('the outbox is not open');
  return current;
}

/** The open queue, or null on the server and before the page is hydrated. */
export function outboxIfOpen(): Outbox | null {
  return current;
}
