import 'server-only';
import { log } from '../../observability/log';

/** Runs one thing at a time, as often as it has something to do; a wake while it runs makes it look once more. */
export class Lane {
  readonly #work: () => Promise<boolean>;
  #isWoken = false;
  #running: Promise<void> | null = null;
  #isEnded = false;

  /** `work` answers whether there may be more to do. When it throws, the lane waits for the next wake. */
  constructor(work: () => Promise<boolean>) {
    this.#work = work;
  }

  wake(): void {
    this.#isWoken = true;
    this.#running ??= this.#run();
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** What runs is finished, and nothing begins any more. */
  end(): Promise<void> {
    this.#isEnded = true;
    return this.idle();
  }

  async #run(): Promise<void> {
    try {
      while (!this.#isEnded && this.#isWoken) {
        this.#isWoken = false;
        while (!this.#isEnded && (await this.#work())) {}
      }
    } catch (error) {
      log().warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'deliveries are waiting');
    }
    // In the same breath as the last look at `#isWoken`: a wake that comes now begins anew.
    this.#running = null;
  }
}
