type Stop = () => Promise<void> | void;

/** Stops what was started, the latest first, once. */
export class Shutdown {
  readonly #stops: Stop[] = [];
  readonly #kills: (() => void)[] = [];
  #ending: Promise<void> | undefined;

  get hasBegun(): boolean {
    return this.#ending !== undefined;
  }

  /** `kill` is for somebody who does not want to wait. */
  add(stop: Stop, kill?: () => void): void {
    this.#stops.push(stop);
    if (kill) this.#kills.push(kill);
  }

  /** Settles when everything is stopped, also for the second who asks. */
  run(): Promise<void> {
    this.#ending ??= this.#runAll();
    return this.#ending;
  }

  /** Says what went wrong, stops everything and ends this process with code 1. */
  failWith(reason: string): void {
    process.stderr.write(`${reason}\n`);
    this.run().then(() => process.exit(1));
  }

  /** Ends everything and this process at once. */
  force(): void {
    for (const kill of this.#kills) kill();
    process.exit(1);
  }

  async #runAll(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) {
      try {
        await stop();
      } catch (error) {
        process.stderr.write(`While stopping: ${String(error)}\n`);
      }
    }
  }
}
