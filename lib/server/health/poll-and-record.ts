import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyPoll } from '@/lib/domain/health/apply-poll';
import { deservesRecheck } from '@/lib/domain/health/deserves-recheck';
import { firstSnapshot } from '@/lib/domain/health/first-snapshot';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { now } from '../kernel/clock';
import { log } from '../observability/log';
import { healthBoard } from './health-board';
import { pollTarget } from './poll-target';
import type { PolledTarget } from './polled-targets';
import { storeHealth } from './store-health';

const recheckAfterMs = 1_000;

/**
 * One turn of one target: poll, ask again before new bad news, record, tell. A failing database delays only the storing.
 * Answers what was known before; null when it was stopped meanwhile.
 */
export async function pollAndRecord(
  target: PolledTarget,
  intervalMs: number,
  stopped: AbortSignal,
): Promise<TargetSnapshot | null> {
  const before = healthBoard().get(target.id) ?? firstSnapshot(target, intervalMs, now().toISOString());
  let poll = await pollTarget(target, intervalMs);
  if (deservesRecheck(before, poll)) {
    await sleep(recheckAfterMs, undefined, { signal: stopped }).catch(() => {});
    if (stopped.aborted) return null;
    poll = await pollTarget(target, intervalMs);
  }
  if (stopped.aborted) return null;
  const { after, transitions } = applyPoll(before, poll);
  healthBoard().put(after);
  try {
    await storeHealth(after, transitions);
  } catch (error) {
    log().warn(
      { target: target.id, reason: error instanceof Error ? error.message : 'unknown' },
      'a health sample was not stored',
    );
  }
  return before;
}
