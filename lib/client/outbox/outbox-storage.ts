import 'client-only';
import { browserStorage, keysWith } from './browser-storage';
import type { OutboxEntry } from './outbox-entry';

const prefix = 'console.outbox.';

/** One key an entry, so that tabs never overwrite each other's. Belongs to one person: another's queue is left alone. */
export class OutboxStorage {
  readonly #prefix: string;

  constructor(personId: string) {
    this.#prefix = `${prefix}${personId}.`;
  }

  /** All entries, oldest first: the ids sort by time. */
  list(): OutboxEntry[] {
    return keysWith(this.#prefix)
      .sort()
      .flatMap((key) => {
        try {
          return [JSON.parse(browserStorage().getItem(key) ?? '') as OutboxEntry];
        } catch {
          return [];
        }
      });
  }

  put(entry: OutboxEntry): void {
    browserStorage().setItem(this.#prefix + entry.commandId, JSON.stringify(entry));
  }

  remove(commandId: string): void {
    browserStorage().removeItem(this.#prefix + commandId);
  }

  has(commandId: string): boolean {
    return browserStorage().getItem(this.#prefix + commandId) !== null;
  }

  owns(key: string | null): boolean {
    return key === null || key.startsWith(this.#prefix);
  }
}
