import 'server-only';
import { log } from '../../observability/log';
import { deliveryCount } from '../../observability/metrics';
import type { DeliveryRow } from './delivery-row';
import type { QueueParts } from './queue-parts';
import type { Settled } from './settle-delivery';
import { tellingId } from './tell-record';
import { toldOf } from './told-of';

/** Tells the record what came of a try: of failures the first only. When it cannot be told now, `tellUntold` does it. */
export async function tellSettled(parts: QueueParts, row: DeliveryRow, settled: Settled): Promise<void> {
  const outcome = settled.state === 'queued' ? 'failing' : settled.state;
  deliveryCount().inc({ destination: row.destination, outcome });
  if (outcome === 'failing' && row.problem !== null) return;
  const detail = settled.state === 'sent' ? settled.note : settled.problem;
  try {
    if (outcome === 'sent' && row.destination === 'follow') await publish(parts, row);
    await parts.tell(toldOf(row, outcome, detail));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    log().warn({ delivery: row.id, reason }, 'what came of a delivery waits to be told');
  }
}

/** The page shows it as soon as its row says sent; this brings the rest: subscribers' mails, open pages, the copy. */
function publish(parts: QueueParts, { incident_number: number, update_id: updateId }: DeliveryRow): Promise<unknown> {
  return parts.publish({ number, updateId });
}

const settledSince = `
  SELECT d.id, d.incident_number, d.update_id, d.channel, d.destination, d.payload, d.state, d.attempts, d.node,
    d.problem, d.created_at
  FROM delivery d
  WHERE d.settled_at >= $1 AND d.state IN ('sent', 'uncertain', 'given_up') AND NOT EXISTS (
    SELECT 1 FROM event e JOIN incident i ON i.id = e.incident_id
    WHERE i.number = d.incident_number AND e.type = 'comms.delivery_given_up' AND e.recorded_at = d.settled_at)`;

type Outcome = 'sent' | 'uncertain' | 'given_up';

/**
 * Tells what was written down since then and never told, because a node died between the two or the record did not
 * answer; what people themselves gave up is told already. Throws when the database fails.
 */
export async function tellUntold(parts: QueueParts, since: Date): Promise<void> {
  const { rows } = await parts.pool.query<DeliveryRow & { state: Outcome }>(settledSince, [since]);
  const byId = new Map(rows.map((row) => [tellingId(toldOf(row, row.state, row.problem)), row]));
  if (byId.size === 0) return;
  const known = await parts.pool.query('SELECT id FROM command WHERE id = ANY($1::uuid[])', [[...byId.keys()]]);
  for (const { id } of known.rows) byId.delete(id);
  for (const row of byId.values()) {
    const problem = row.problem ?? '';
    await tellSettled(
      parts,
      row,
      row.state === 'sent' ? { state: 'sent', note: row.problem } : { state: row.state, problem },
    );
  }
}
