import 'server-only';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { env } from '../env';
import { leaderFlag } from '../observability/metrics';
import { healthBoard } from './health-board';
import { pollAndRecord } from './poll-and-record';
import { PollSchedule } from './poll-schedule';
import { polledTargets } from './polled-targets';

/** Polls every target on its own schedule, phases spread over the interval, while this node leads. */
export class Poller {
  readonly #onPolled: (before: TargetSnapshot) => void;
  #stopping: AbortController | null = null;

  /** `onPolled` is told after each poll that was recorded, with what was known of the target before it. */
  constructor(onPolled: (before: TargetSnapshot) => void = () => {}) {
    this.#onPolled = onPolled;
  }

  start(): void {
    if (this.#stopping) return;
    const stopping = new AbortController();
    this.#stopping = stopping;
    leaderFlag().set(1);
    // What an earlier leader stored comes first: "since" must not start anew with every restart.
    void healthBoard()
      .refresh()
      .catch(() => {})
      .then(() => this.#schedule(stopping.signal));
  }

  #schedule(stopped: AbortSignal): void {
    if (stopped.aborted) return;
    const intervalMs = env().HEALTH_INTERVAL_MS;
    const targets = polledTargets();
    for (const [index, target] of targets.entries()) {
      const phaseMs = (index * intervalMs) / targets.length / 4;
      const schedule = new PollSchedule(intervalMs, phaseMs, async () => {
        const before = await pollAndRecord(target, intervalMs, stopped);
        if (before && !stopped.aborted) this.#onPolled(before);
      });
      stopped.addEventListener('abort', () => schedule.stop(), { once: true });
    }
  }

  /** Polls today's targets from now on, when it polls at all. */
  restart(): void {
    if (!this.#stopping) return;
    this.stop();
    this.start();
  }

  stop(): void {
    this.#stopping?.abort();
    this.#stopping = null;
    leaderFlag().set(0);
  }
}
