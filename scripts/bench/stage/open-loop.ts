import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../clock';

// A timer may be this late or early without anything being wrong.
const TIMER_MS = 2;

/** One act of an open loop: how long after it was due it was over, in milliseconds, or that it failed. */
export type Lateness<T> = { ok: true; tookMs: number; result: T } | { ok: false; reason: string };

/**
 * Begins `count` acts at a fixed rate, whether or not the ones before are over, and waits for all. Time counts from when
 * an act was due, so that a server that stalls is not let off the requests that it kept from being sent.
 */
export async function openLoop<T>(
  perSecond: number,
  count: number,
  act: (index: number) => Promise<T>,
): Promise<Lateness<T>[]> {
  const began = monotonicMs();
  const running: Promise<Lateness<T>>[] = [];
  const run = async (index: number, dueAt: number): Promise<Lateness<T>> => {
    try {
      const began = monotonicMs();
      const from = began - dueAt < TIMER_MS ? began : dueAt;
      const result = await act(index);
      return { ok: true, tookMs: monotonicMs() - from, result };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
  };
  while (running.length < count) {
    const dueAt = began + (running.length * 1000) / perSecond;
    const waitMs = dueAt - monotonicMs();
    if (waitMs > 0) await sleep(waitMs);
    running.push(run(running.length, dueAt));
  }
  return Promise.all(running);
}

/** The times of all acts; throws when one failed, since a figure without its failures would flatter. */
export function timesOf(acts: readonly Lateness<unknown>[]): number[] {
  const failed = acts.flatMap((act) => (act.ok ? [] : [act.reason]));
  if (failed.length > 0) throw new Error(`${failed.length} of ${acts.length} failed, the first with: ${failed[0]}`);
  return acts.flatMap((act) => (act.ok ? [act.tookMs] : []));
}
