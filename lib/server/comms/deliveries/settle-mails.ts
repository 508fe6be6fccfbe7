import 'server-only';
import type { Pool } from 'pg';
import type { MailRow } from './claim-mails';

export interface SettledMail {
  row: MailRow;
  state: 'sent' | 'queued' | 'uncertain' | 'given_up';
  problem: string | null;
  notBefore: Date | null;
  /** The mailbox does not exist: nothing more is sent there. */
  isGone: boolean;
}

const settle = `
  UPDATE subscriber_mail m SET state = s.state, problem = s.problem,
    not_before = COALESCE(s.not_before, m.not_before),
    settled_at = CASE WHEN s.state = 'queued' THEN NULL ELSE $1::timestamptz END
  FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::timestamptz[])
    AS s(update_id, subscription_id, attempts, state, problem, not_before)
  WHERE m.update_id = s.update_id AND m.subscription_id = s.subscription_id
    AND m.state = 'sending' AND m.node = $8 AND m.attempts = s.attempts`;

const end = `
  UPDATE subscription SET ended_at = $1, ended_by = 'bounced' WHERE id = ANY($2::uuid[]) AND ended_at IS NULL`;

/** Writes down what came of these mails, as far as they are still ours. Throws when the database fails. */
export async function settleMails(pool: Pool, node: string, mails: readonly SettledMail[], at: Date): Promise<void> {
  const column = <T>(of: (mail: SettledMail) => T) => mails.map(of);
  const columns = [
    column(({ row }) => row.update_id),
    column(({ row }) => row.subscription_id),
    column(({ row }) => row.attempts),
    column(({ state }) => state),
    column(({ problem }) => problem),
    column(({ notBefore }) => notBefore),
  ];
  await pool.query({ name: 'settle-mails', text: settle, values: [at, ...columns, node] });
  const gone = mails.filter(({ isGone }) => isGone).map(({ row }) => row.subscription_id);
  if (gone.length > 0) await pool.query(end, [at, gone]);
}
