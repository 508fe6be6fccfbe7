import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Ask, Mark, StreamAddress, Told } from './asks';
import { ask, launch } from './launch';

/** Many followers in a few processes apart from the one that measures. */
export class Crowd {
  readonly #processes: ChildProcess[];

  constructor(processes: number) {
    const file = path.join(import.meta.dirname, 'follower-process.ts');
    this.#processes = Array.from({ length: processes }, () => launch(file));
  }

  /** Connects `count` followers, a few at a time. */
  open(address: StreamAddress, count: number): Promise<Told> {
    return this.#askAll({ kind: 'open', address, count: Math.ceil(count / this.#processes.length) });
  }

  /** Drops all connections and makes them anew in one burst. */
  reopen(): Promise<Told> {
    return this.#askAll({ kind: 'reopen' });
  }

  /** How long after each mark every follower that was live then had the event. */
  delays(marks: Mark[]): Promise<Told> {
    return this.#askAll({ kind: 'delays', marks });
  }

  /** Lets everybody go home; others may be opened after. */
  async scatter(): Promise<void> {
    await this.#askAll({ kind: 'close' });
  }

  async end(): Promise<void> {
    await this.scatter().catch(() => {});
    for (const child of this.#processes) child.disconnect();
  }

  async #askAll(question: Ask): Promise<Told> {
    const told = await Promise.all(this.#processes.map((child) => ask<Told>(child, question)));
    return {
      liveAfterMs: told.flatMap((one) => one.liveAfterMs),
      delays: told.flatMap((one) => one.delays),
      missed: told.reduce((sum, one) => sum + one.missed, 0),
      failures: told.reduce((sum, one) => sum + one.failures, 0),
    };
  }
}
