import 'server-only';
import { type DeliveryRow, deliveryColumns } from './delivery-row';
import type { QueueParts } from './queue-parts';
import { settle, toSettled } from './work-delivery';

/** No try takes longer, with the time that `untilWritten` takes. */
const leaseMs = 90_000;

const abandoned = `state = 'sending' AND (started_at < $1 OR (split_part(node, '/', 1) = $2 AND node <> $3))`;

/**
 * Decides on tries that nobody is at any more: their node died, or is this one after a restart. What may be repeated is;
 * the rest is uncertain, and never sent again by itself (rule M4). Answers whether mails to subscribers were among them.
 * Throws when the database fails.
 */
export async function recoverDeliveries(parts: QueueParts): Promise<boolean> {
  const { rows } = await parts.pool.query<DeliveryRow>(
    `SELECT ${deliveryColumns} FROM delivery d WHERE ${abandoned}`,
    abandonedValues(parts),
  );
  for (const row of rows) {
    const problem = 'the console ended while it was sent; nobody knows whether it arrived';
    const settled = await toSettled(parts, row, { outcome: 'unknown', problem });
    await settle(parts, row, settled.state === 'queued' ? { ...settled, notBefore: parts.now() } : settled);
  }
  // A mail that was begun cannot be looked for.
  const { rowCount } = await parts.pool.query(
    `UPDATE subscriber_mail SET state = 'uncertain', settled_at = $4, problem = 'the console ended while it was sent'
     WHERE ${abandoned}`,
    [...abandonedValues(parts), parts.now()],
  );
  return rowCount !== 0;
}

function abandonedValues({ node, now }: QueueParts): unknown[] {
  return [new Date(now().getTime() - leaseMs), node.split('/')[0], node];
}
