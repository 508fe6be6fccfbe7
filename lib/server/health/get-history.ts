import 'server-only';
import type { History, HistoryBucket } from '@/lib/domain/health/history';
import { database } from '../kernel/database';

/** What history is asked for; times are dates, the step is in seconds. */
export interface HistoryQuestion {
  target: string;
  component: string;
  from: Date;
  to: Date;
  stepSeconds: number;
}

interface Row {
  at: Date;
  ok: bigint;
  degraded: bigint;
  down: bigint;
  unknown: bigint;
  latency_avg_ms: number | null;
  latency_max_ms: number | null;
}

const rawSeconds = 60;

/** Bucketed statuses and latencies: from raw samples for steps under a minute (they live 48 h), else from minutes. */
export async function getHistory(question: HistoryQuestion): Promise<History> {
  const rows = question.stepSeconds < rawSeconds ? await fromSamples(question) : await fromMinutes(question);
  const { target, component, from, to, stepSeconds } = question;
  return {
    target,
    component,
    from: from.toISOString(),
    to: to.toISOString(),
    stepSeconds,
    buckets: rows.map(toBucket),
  };
}

function fromSamples({ target, component, from, to, stepSeconds }: HistoryQuestion): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    WITH reading AS (
      SELECT polled_at,
        CASE WHEN ${component} = '' THEN status ELSE coalesce(components->${component}->>0, 'unknown') END AS status,
        CASE WHEN ${component} = '' THEN latency_ms ELSE (components->${component}->>1)::float8 END AS latency
      FROM health_sample
      WHERE target_id = ${target} AND polled_at >= ${from} AND polled_at < ${to}
    )
    SELECT date_bin(make_interval(secs => ${stepSeconds}::float8), polled_at, ${from}) AS at,
      count(*) FILTER (WHERE status IN ('ok', 'disabled')) AS ok, count(*) FILTER (WHERE status = 'degraded') AS degraded,
      count(*) FILTER (WHERE status = 'down') AS down, count(*) FILTER (WHERE status = 'unknown') AS unknown,
      avg(latency) AS latency_avg_ms, max(latency) AS latency_max_ms
    FROM reading GROUP BY 1 ORDER BY 1`;
}

function fromMinutes({ target, component, from, to, stepSeconds }: HistoryQuestion): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT date_bin(make_interval(secs => ${stepSeconds}::float8), minute, ${from}) AS at,
      sum(ok) AS ok, sum(degraded) AS degraded, sum(down) AS down, sum(unknown) AS unknown,
      avg(latency_avg_ms) AS latency_avg_ms, max(latency_max_ms) AS latency_max_ms
    FROM health_minute
    WHERE target_id = ${target} AND component = ${component} AND minute >= ${from} AND minute < ${to}
    GROUP BY 1 ORDER BY 1`;
}

function toBucket(row: Row): HistoryBucket {
  return {
    at: row.at.toISOString(),
    ok: Number(row.ok),
    degraded: Number(row.degraded),
    down: Number(row.down),
    unknown: Number(row.unknown),
    latencyAvgMs: row.latency_avg_ms,
    latencyMaxMs: row.latency_max_ms,
  };
}
