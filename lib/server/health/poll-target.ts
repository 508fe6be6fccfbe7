import 'server-only';
import type { PollResult } from '@/lib/domain/health/poll-result';
import { readHealthAnswer } from '@/lib/domain/health/read-health-answer';
import { now } from '../kernel/clock';
import { pollDuration } from '../observability/metrics';
import { fetchHealth } from './fetch-health';
import type { PolledTarget } from './polled-targets';

const longestDeadlineMs = 5_000;

/** One poll of one target; never throws, ends within 5 s or the interval, whichever is shorter. */
export async function pollTarget(target: PolledTarget, intervalMs: number): Promise<PollResult> {
  const started = performance.now();
  const fetched = await fetchHealth(target.url, target.headers ?? {}, Math.min(longestDeadlineMs, intervalMs));
  const latencyMs = Math.round((performance.now() - started) * 10) / 10;
  pollDuration().observe({ target: target.id, result: fetched.ok ? 'answer' : 'failure' }, latencyMs / 1000);
  const at = now().toISOString();
  if (!fetched.ok) return { ok: false, at, reason: fetched.reason };
  return { ok: true, at, latencyMs, reading: readHealthAnswer(fetched.answer) };
}
