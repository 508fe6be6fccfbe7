import 'server-only';
import type { HealthTransition } from '@/lib/domain/health/apply-poll';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { database } from '../kernel/database';

/** Keeps one poll: the snapshot, a raw sample, the transitions; and pokes every node. One statement, so all or nothing. */
export async function storeHealth(snapshot: TargetSnapshot, transitions: readonly HealthTransition[]): Promise<void> {
  const { id, polledAt, status, latencyMs } = snapshot;
  const fresh = snapshot.polledAt === snapshot.observedAt;
  const components = fresh
    ? Object.fromEntries(snapshot.components.map(({ key, status: word, latencyMs: ms }) => [key, [word, ms ?? null]]))
    : {};
  await database().$queryRaw`
    WITH sample AS (
      INSERT INTO health_sample (target_id, polled_at, status, latency_ms, components)
      VALUES (${id}, ${polledAt}::timestamptz, ${status}, ${latencyMs}::float8, ${JSON.stringify(components)}::jsonb)
      ON CONFLICT DO NOTHING
    ), current AS (
      INSERT INTO health_current (target_id, snapshot, polled_at)
      VALUES (${id}, ${JSON.stringify(snapshot)}::jsonb, ${polledAt}::timestamptz)
      ON CONFLICT (target_id) DO UPDATE SET snapshot = excluded.snapshot, polled_at = excluded.polled_at
    ), changes AS (
      INSERT INTO health_transition (target_id, component, from_status, to_status, at, message)
      SELECT t."targetId", t.component, t."from", t."to", t.at, t.message
      FROM jsonb_to_recordset(${JSON.stringify(transitions)}::jsonb)
        AS t("targetId" text, component text, "from" text, "to" text, at timestamptz, message text)
    )
    SELECT pg_notify('health_changed', ${id})::text`;
}

/** The newest stored snapshots, by target. */
export async function readSnapshots(targetIds: readonly string[]): Promise<TargetSnapshot[]> {
  const rows = await database().healthCurrent.findMany({ where: { targetId: { in: [...targetIds] } } });
  return rows.map((row) => row.snapshot as unknown as TargetSnapshot);
}
