import type { History, HistoryBucket } from '@/lib/domain/health/history';

export const historyStatuses = ['ok', 'degraded', 'down', 'unknown'] as const;
export type HistoryStatus = (typeof historyStatuses)[number];

/** How far back one looks, and in what steps. */
export const historyWindows = [
  { id: '1h', label: '1 h', seconds: 3_600, stepSeconds: 30 },
  { id: '24h', label: '24 h', seconds: 86_400, stepSeconds: 600 },
  { id: '30d', label: '30 d', seconds: 2_592_000, stepSeconds: 21_600 },
] as const;

export type HistoryWindow = (typeof historyWindows)[number];

/** One step of a chart: shares of polls (0 to 1) and latencies; all null where nothing was polled. */
export interface HistoryStep extends Record<HistoryStatus, number | null> {
  atMs: number;
  polls: number;
  avgMs: number | null;
  maxMs: number | null;
}

/** All steps from `from` to `to`, in order. A step that the history does not have stays empty. */
export function toSteps({ from, to, stepSeconds, buckets }: History): HistoryStep[] {
  const known = new Map(buckets.map((bucket) => [Date.parse(bucket.at), bucket]));
  const startMs = Date.parse(from);
  const stepMs = stepSeconds * 1_000;
  const count = Math.ceil((Date.parse(to) - startMs) / stepMs);
  return Array.from({ length: count }, (_, index) =>
    toStep(startMs + index * stepMs, known.get(startMs + index * stepMs)),
  );
}

function toStep(atMs: number, bucket: HistoryBucket | undefined): HistoryStep {
  const polls = bucket ? bucket.ok + bucket.degraded + bucket.down + bucket.unknown : 0;
  if (!bucket || polls === 0) {
    return { atMs, polls: 0, ok: null, degraded: null, down: null, unknown: null, avgMs: null, maxMs: null };
  }
  return {
    atMs,
    polls,
    ok: bucket.ok / polls,
    degraded: bucket.degraded / polls,
    down: bucket.down / polls,
    unknown: bucket.unknown / polls,
    avgMs: bucket.latencyAvgMs,
    maxMs: bucket.latencyMaxMs,
  };
}

/** The step that a moment lies in; null when it lies outside. */
export function stepOf(steps: readonly HistoryStep[], atMs: number): HistoryStep | null {
  const next = steps.findIndex((step) => step.atMs > atMs);
  if (next > 0) return steps[next - 1] ?? null;
  const [first, second] = steps;
  const last = steps.at(-1);
  if (next === 0 || !first || !second || !last) return null;
  return atMs < last.atMs + (second.atMs - first.atMs) ? last : null;
}

/** The whole window in a sentence: "Ok 97 %, down 3 % of 118 polls; latency up to 31 ms. Not polled for 1 min of it." */
export function sumUp({ buckets, stepSeconds }: Pick<History, 'buckets' | 'stepSeconds'>): string {
  const polls = (status: HistoryStatus) => buckets.reduce((sum, bucket) => sum + bucket[status], 0);
  const total = historyStatuses.reduce((sum, status) => sum + polls(status), 0);
  const shares = historyStatuses
    .filter((status) => polls(status) > 0)
    .map((status) => `${status} ${percent(polls(status) / total)}`)
    .join(', ');
  const worst = Math.max(...buckets.map(({ latencyMaxMs }) => latencyMaxMs ?? Number.NEGATIVE_INFINITY));
  const latency = Number.isFinite(worst) ? `; latency up to ${latencyWords(worst)}` : '';
  const all = `${shares.charAt(0).toUpperCase()}${shares.slice(1)} of ${total} ${total === 1 ? 'poll' : 'polls'}${latency}.`;
  const gapSeconds = unwatchedSeconds(buckets, stepSeconds);
  return gapSeconds === 0 ? all : `${all} Not polled for ${Math.max(1, Math.round(gapSeconds / 60))} min of it.`;
}

/** Rule L7: how much of the time between the first and the last poll has no poll, in whole steps. */
function unwatchedSeconds(buckets: History['buckets'], stepSeconds: number): number {
  return buckets.slice(1).reduce((sum, { at }, index) => {
    const before = Date.parse(buckets[index]?.at ?? at);
    const missing = Math.round((Date.parse(at) - before) / 1_000 / stepSeconds) - 1;
    return sum + Math.max(0, missing) * stepSeconds;
  }, 0);
}

/** "97 %", and never "100 %" or "0 %" when it is not quite. */
export function percent(share: number): string {
  if (share > 0.99 && share < 1) return `${Math.floor(share * 1_000) / 10} %`;
  if (share > 0 && share < 0.01) return '< 1 %';
  return `${Math.round(share * 100)} %`;
}

/** "3.2 ms", "412 ms", "1.2 s". */
export function latencyWords(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}
