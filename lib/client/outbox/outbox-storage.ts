import 'client-only';
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
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
    return keys.sort().flatMap((key) => {
      try {
        return [JSON.parse(localStorage.getItem(key) ?? '') as OutboxEntry];
      } catch {
        return [];
      }
    });
  }

  put(entry: OutboxEntry): void {
    localStorage.setItem(this.#prefix + entry.commandId, JSON.stringify(entry));
  }

  remove(commandId: string): void {
    localStorage.removeItem(this.#prefix + commandId);
  }

  has(commandId: string): boolean {
    return localStorage.getItem(this.#prefix + commandId) !== null;
  }

  owns(key: string | null): boolean {
    return key === null || key.startsWith(this.#prefix);
  }
}
