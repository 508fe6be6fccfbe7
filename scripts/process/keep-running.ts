/** A process that is up and answers. */
export interface Launched {
  pid: number;
  /** Settles with the reason when it is gone. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** Ends it without letting it finish anything. */
  kill(): void;
}

export interface KeepOptions<T extends Launched> {
  /** Starts it once and waits until it answers; rejects when it dies before. */
  launch(): Promise<T>;
  onLaunched(launched: T): void;
  /** It died and is going to be started again. */
  onDeath(reason: string): void;
  /** It died too often; nothing more is tried. */
  onGivenUp(reason: string): void;
  /** How long to wait after the first death, when not the usual while. */
  firstDelayMs?: number;
}

const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 5000;
const WINDOW_MS = 10_000;
const MOST_DEATHS = 5;

/**
 * How long to wait before the next start.
 * @param deaths when it died, in milliseconds, the latest last
 * @param firstDelayMs after a first death
 * @returns undefined when it died too often in too short a time
 */
export function delayAfter(deaths: readonly number[], firstDelayMs = FIRST_DELAY_MS): number | undefined {
  const latest = deaths.at(-1) ?? 0;
  const recent = deaths.filter((at) => latest - at < WINDOW_MS).length;
  if (recent >= MOST_DEATHS) return undefined;
  if (recent <= 1) return firstDelayMs;
  return Math.min(FIRST_DELAY_MS * 2 ** (recent - 1), LONGEST_DELAY_MS);
}

/** Keeps one process running until it is told to stop. */
export class KeptProcess<T extends Launched> {
  readonly #options: KeepOptions<T>;
  readonly #deaths: number[] = [];
  #isStopping = false;
  #attempt: Promise<T> | undefined;
  #launched: T | undefined;
  #waiting: NodeJS.Timeout | undefined;

  constructor(options: KeepOptions<T>) {
    this.#options = options;
  }

  /** Starts it for the first time. Rejects when that fails: then something is wrong that trying again does not mend. */
  async start(): Promise<T> {
    const launched = await this.#launch();
    this.#watch(launched);
    return launched;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#waiting);
    const launched = await this.#attempt?.catch(() => undefined);
    await launched?.stop();
  }

  kill(): void {
    this.#isStopping = true;
    this.#launched?.kill();
  }

  async #launch(): Promise<T> {
    this.#attempt = this.#options.launch();
    const launched = await this.#attempt;
    this.#launched = launched;
    this.#options.onLaunched(launched);
    return launched;
  }

  #watch(launched: T): void {
    launched.ended.then((reason) => this.#died(reason));
  }

  #died(reason: string): void {
    if (this.#isStopping) return;
    this.#deaths.push(performance.now());
    const delayMs = delayAfter(this.#deaths, this.#options.firstDelayMs);
    if (delayMs === undefined) {
      this.#options.onGivenUp(reason);
      return;
    }
    this.#options.onDeath(reason);
    this.#waiting = setTimeout(() => {
      this.#launch().then(
        (launched) => this.#watch(launched),
        (error) => this.#died(error instanceof Error ? error.message : String(error)),
      );
    }, delayMs);
  }
}
