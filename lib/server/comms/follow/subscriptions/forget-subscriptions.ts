import 'server-only';
import { now } from '../../../kernel/clock';
import { readPool } from '../../../kernel/read-pool';

/** Forgets who never confirmed after a day, and every address 30 days after its incident was closed. */
export async function forgetSubscriptions(): Promise<void> {
  const at = now();
  await readPool().query(
    `DELETE FROM subscription WHERE confirmed_at IS NULL AND created_at < $1::timestamptz - interval '24 hours'`,
    [at],
  );
  await readPool().query(
    `UPDATE subscription s
     SET email = 'erased:' || s.id, ended_at = coalesce(s.ended_at, $1::timestamptz), ended_by = coalesce(s.ended_by, 'expired')
     FROM incident i
     WHERE i.number = s.incident_number AND i.status = 'closed' AND s.email NOT LIKE 'erased:%'
       AND (i.state->'incident'->'milestones'->>'closed')::timestamptz < $1::timestamptz - interval '30 days'`,
    [at],
  );
}
