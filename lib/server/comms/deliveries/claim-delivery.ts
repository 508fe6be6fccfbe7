import 'server-only';
import type { Pool, PoolClient } from 'pg';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import { type DeliveryRow, deliveryColumns } from './delivery-row';

/** Where the newest says all: an earlier update that still fails is not sent any more once a newer one is due or out. */
const newestSaysAll: readonly Destination[] = ['slack', 'statuspage', 'cachet', 'mail'];

const replace = `
  UPDATE delivery d SET state = 'given_up', settled_at = $2, problem = 'replaced by a newer update'
  WHERE d.destination = $1 AND d.state = 'queued' AND d.attempts > 0 AND EXISTS (
    SELECT 1 FROM delivery n
    WHERE n.incident_number = d.incident_number AND n.destination = d.destination AND n.channel = d.channel
      AND n.created_at > d.created_at AND (n.state = 'sent' OR (n.state = 'queued' AND n.not_before <= $2)))
  RETURNING ${deliveryColumns}`;

// One at a time for an incident and a place, in their order, on whatever node.
const claim = `
  UPDATE delivery d SET state = 'sending', attempts = d.attempts + 1, started_at = $2, node = $3
  FROM (
    SELECT c.id FROM delivery c
    WHERE c.destination = $1 AND c.state = 'queued' AND c.not_before <= $2 AND NOT EXISTS (
      SELECT 1 FROM delivery o
      WHERE o.incident_number = c.incident_number AND o.destination = c.destination AND (o.state = 'sending'
        OR (o.state = 'queued' AND o.channel = c.channel AND (o.created_at, o.id) < (c.created_at, c.id))))
    ORDER BY c.not_before, c.created_at, c.id LIMIT 1 FOR UPDATE SKIP LOCKED
  ) next
  WHERE d.id = next.id AND d.state = 'queued'
  RETURNING ${deliveryColumns},
    (SELECT i.visible_to IS NOT NULL FROM incident i WHERE i.number = d.incident_number) AS is_private`;

export interface Claimed {
  /** The one to send now, committed as begun; null when nothing is due. */
  row: (DeliveryRow & { is_private: boolean | null }) | null;
  /** Those that were given up for newer ones. */
  replaced: DeliveryRow[];
}

/** Takes the next delivery to this place that is due (rule M4: committed before anything leaves). Throws when the database fails. */
export async function claimDelivery(pool: Pool, destination: Destination, node: string, at: Date): Promise<Claimed> {
  const client = await pool.connect();
  try {
    const claimed = await claimOn(client, destination, node, at);
    client.release();
    return claimed;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function claimOn(client: PoolClient, destination: Destination, node: string, at: Date): Promise<Claimed> {
  await client.query('BEGIN');
  // Nodes claim one after the other, so that each sees what the other has begun.
  await client.query("SELECT pg_advisory_xact_lock(hashtext('delivery'), hashtext($1))", [destination]);
  const replaced = newestSaysAll.includes(destination) ? await client.query(replace, [destination, at]) : { rows: [] };
  const { rows } = await client.query(claim, [destination, at, node]);
  await client.query('COMMIT');
  return { row: rows[0] ?? null, replaced: replaced.rows };
}
