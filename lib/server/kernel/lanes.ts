import 'server-only';
import { perProcess } from './per-process';

const longestWaitMs = 2_000;

interface Waiter {
  go(): void;
}

/**
 * One at a time for each key, in the order of arrival. The database would put them in line as well, but each would hold
 * a connection while it waits, and one busy incident would keep all others from theirs.
 */
export class Lanes {
  /** Who waits behind the one that runs; a lane that nobody runs in is not here. */
  readonly #lanes = new Map<string, Set<Waiter>>();

  /** Runs `act` when its turn comes. Throws a timeout, without running it, when that takes more than 2 s. */
  async run<T>(key: string, act: () => Promise<T>): Promise<T> {
    await this.#enter(key);
    try {
      return await act();
    } finally {
      this.#leave(key);
    }
  }

  #enter(key: string): Promise<void> {
    const lane = this.#lanes.get(key);
    if (!lane) {
      this.#lanes.set(key, new Set());
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiter = {
        go: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        lane.delete(waiter);
        reject(new Error('timeout: too many commands wait for this incident'));
      }, longestWaitMs);
      lane.add(waiter);
    });
  }

  #leave(key: string): void {
    const lane = this.#lanes.get(key);
    const [next] = lane ?? [];
    if (!lane || !next) {
      this.#lanes.delete(key);
      return;
    }
    lane.delete(next);
    next.go();
  }
}

/** This process's lanes. */
export function lanes(): Lanes {
  return perProcess('lanes', () => new Lanes());
}
