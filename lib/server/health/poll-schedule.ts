import 'server-only';
import { log } from '../observability/log';

/** Runs one target's polls on a fixed phase: start + k × interval, by the monotonic clock; never two at once, no drift. */
export class PollSchedule {
  readonly #startedAt: number;
  readonly #intervalMs: number;
  readonly #poll: () => Promise<void>;
  #tick = 0;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;

  constructor(intervalMs: number, phaseMs: number, poll: () => Promise<void>) {
    this.#intervalMs = intervalMs;
    this.#startedAt = performance.now() + phaseMs;
    this.#poll = poll;
    this.#timer = setTimeout(this.#run, phaseMs);
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  readonly #run = async (): Promise<void> => {
    try {
      await this.#poll();
    } catch (error) {
      log().error({ reason: error instanceof Error ? error.message : 'unknown' }, 'a bug in a poll');
    }
    if (!this.#isStopped) this.#timer = setTimeout(this.#run, this.#untilNextTick());
  };

  /** A poll that overran skips the ticks it missed and keeps the phase. */
  #untilNextTick(): number {
    const elapsed = performance.now() - this.#startedAt;
    // A timer may fire a fraction of a millisecond early; its tick is done all the same.
    this.#tick = Math.max(this.#tick, Math.floor(elapsed / this.#intervalMs)) + 1;
    return Math.max(0, this.#tick * this.#intervalMs - elapsed);
  }
}
