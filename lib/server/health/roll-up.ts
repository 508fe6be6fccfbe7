import 'server-only';
import type { PrismaClient } from '@/generated/prisma/client';

/** Rolls complete minutes of raw samples up, from the last one rolled (again, in case it was cut short) to `until`. */
export async function rollUpHealth(db: PrismaClient, until: Date): Promise<void> {
  await db.$executeRaw`
    WITH span AS (
      SELECT coalesce((SELECT max(minute) FROM health_minute), '-infinity'::timestamptz) AS since,
             date_trunc('minute', ${until}::timestamptz) AS until
    ), reading AS (
      SELECT s.target_id, '' AS component, s.polled_at, s.status, s.latency_ms
      FROM health_sample s, span WHERE s.polled_at >= span.since AND s.polled_at < span.until
      UNION ALL
      SELECT s.target_id, c.key, s.polled_at, c.value->>0, (c.value->>1)::float8
      FROM health_sample s, span, jsonb_each(s.components) AS c
      WHERE s.polled_at >= span.since AND s.polled_at < span.until
    )
    INSERT INTO health_minute (target_id, component, minute, ok, degraded, down, unknown, latency_avg_ms, latency_max_ms)
    SELECT target_id, component, date_trunc('minute', polled_at),
      count(*) FILTER (WHERE status IN ('ok', 'disabled')), count(*) FILTER (WHERE status = 'degraded'),
      count(*) FILTER (WHERE status = 'down'), count(*) FILTER (WHERE status = 'unknown'), avg(latency_ms), max(latency_ms)
    FROM reading GROUP BY 1, 2, 3
    ON CONFLICT (target_id, component, minute) DO UPDATE SET
      ok = excluded.ok, degraded = excluded.degraded, down = excluded.down, unknown = excluded.unknown,
      latency_avg_ms = excluded.latency_avg_ms, latency_max_ms = excluded.latency_max_ms`;
}

/** Raw samples live 48 hours, minutes 90 days, transitions for good. */
export async function pruneHealth(db: PrismaClient, at: Date): Promise<void> {
  await db.$executeRaw`DELETE FROM health_sample WHERE polled_at < ${at}::timestamptz - interval '48 hours'`;
  await db.$executeRaw`DELETE FROM health_minute WHERE minute < ${at}::timestamptz - interval '90 days'`;
}
