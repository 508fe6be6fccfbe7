import 'server-only';
import type { Pool } from 'pg';
import type { DeliveryRow } from './delivery-row';

/** What becomes of a delivery that was begun. */
export type Settled =
  | { state: 'sent'; note: string | null }
  | { state: 'queued'; notBefore: Date; problem: string }
  | { state: 'uncertain' | 'given_up'; problem: string };

// Only while the try is still ours: whoever found it abandoned has decided already.
const settle = `
  UPDATE delivery SET state = $4, not_before = COALESCE($5, not_before), problem = $6,
    settled_at = CASE WHEN $4 = 'queued' THEN NULL ELSE $7::timestamptz END
  WHERE id = $1 AND state = 'sending' AND node = $2 AND attempts = $3`;

/** Writes down what came of a try; false when it was not ours to say any more. Throws when the database fails. */
export async function settleDelivery(pool: Pool, row: DeliveryRow, settled: Settled, at: Date): Promise<boolean> {
  const problem = settled.state === 'sent' ? settled.note : settled.problem;
  const notBefore = settled.state === 'queued' ? settled.notBefore : null;
  const values = [row.id, row.node, row.attempts, settled.state, notBefore, problem, at];
  const { rowCount } = await pool.query(settle, values);
  return rowCount === 1;
}
