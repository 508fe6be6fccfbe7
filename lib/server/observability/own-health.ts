import 'server-only';
import type { ComponentStatus } from '@/lib/domain/health/health';
import { isStale } from '@/lib/domain/health/staleness';
import { describeQueueTrouble } from '../comms/deliveries/describe-queue-trouble';
import { describeEvidenceTrouble } from '../evidence/describe-evidence-trouble';
import { healthBoard } from '../health/health-board';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';

export interface OwnCheck {
  status: ComponentStatus;
  latency_ms: number;
  message?: string;
}

/** This console's own deep health, in the shape it reads from others (design §7). */
export interface OwnHealth {
  status: ComponentStatus;
  time: string;
  version: string;
  checks: Record<string, OwnCheck>;
}

export async function getOwnHealth(): Promise<OwnHealth> {
  const [recordStore, evidenceStore, deliveries] = await Promise.all([checkDatabase(), checkEvidence(), checkQueue()]);
  const checks = { record_store: recordStore, poller: checkPoller(), evidence_store: evidenceStore, deliveries };
  const statuses = Object.values(checks).map((check) => check.status);
  const status = recordStore.status === 'down' ? 'down' : statuses.every((word) => word === 'ok') ? 'ok' : 'degraded';
  return { status, time: now().toISOString(), version: '0.1.0', checks };
}

/** Asks the database the smallest question there is. */
export async function checkDatabase(): Promise<OwnCheck> {
  const started = performance.now();
  try {
    await database().$queryRaw`SELECT 1`;
    return { status: 'ok', latency_ms: since(started) };
  } catch {
    return {
      status: 'down',
      latency_ms: since(started),
      message: 'the database does not answer; the record can be read from caches but not written',
    };
  }
}

/** Files that wait for the store too long, or are not what was saved any more; and the word of the last call. */
async function checkEvidence(): Promise<OwnCheck> {
  const started = performance.now();
  const trouble = await describeEvidenceTrouble().catch(() => null);
  return { status: trouble ? 'degraded' : 'ok', latency_ms: since(started), ...(trouble && { message: trouble }) };
}

/** Updates that should have left and that no node works on. */
async function checkQueue(): Promise<OwnCheck> {
  const started = performance.now();
  const trouble = await describeQueueTrouble().catch(() => null);
  return { status: trouble ? 'degraded' : 'ok', latency_ms: since(started), ...(trouble && { message: trouble }) };
}

/** Polling is late when the platform's values have gone stale; the console's own value does not count. */
function checkPoller(): OwnCheck {
  const targets = healthBoard()
    .view()
    .targets.filter((target) => !target.self && target.polledAt !== null);
  const stale = targets.filter((target) => isStale(target, now().getTime()));
  if (stale.length === 0) return { status: 'ok', latency_ms: 0 };
  return {
    status: 'degraded',
    latency_ms: 0,
    message: `${stale.length} of ${targets.length} targets were not polled in time`,
  };
}

function since(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
