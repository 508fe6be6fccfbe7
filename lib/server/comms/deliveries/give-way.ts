import 'server-only';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const busy = 0.35;
const pauseMs = 50;
const mostPauses = 20;

/**
 * Waits while this process has much else to do: what is sent to thousands gives way to commands and pages, which people
 * wait for. At most a second, so that it goes on however busy the process is.
 */
export function givingWay(): () => Promise<void> {
  let seen = performance.eventLoopUtilization();
  return async () => {
    for (let pauses = 0; pauses < mostPauses; pauses += 1) {
      const { utilization, active, idle } = performance.eventLoopUtilization(seen);
      // Over less than this, the share says nothing.
      if (active + idle >= pauseMs) seen = performance.eventLoopUtilization();
      if (utilization < busy) return;
      await sleep(pauseMs);
    }
  };
}
