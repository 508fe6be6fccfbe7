import 'server-only';
import type { Pool } from 'pg';

/** One mail to one subscriber that this process has begun. */
export interface MailRow {
  update_id: string;
  subscription_id: string;
  incident_number: string;
  attempts: number;
  email: string | null;
  language: string | null;
  is_subscribed: boolean | null;
  is_private: boolean | null;
}

const claim = `
  WITH next AS (
    SELECT update_id, subscription_id FROM subscriber_mail
    WHERE state = 'queued' AND not_before <= $1 ORDER BY not_before LIMIT $3 FOR UPDATE SKIP LOCKED
  ), begun AS (
    UPDATE subscriber_mail m SET state = 'sending', attempts = m.attempts + 1, started_at = $1, node = $2
    FROM next WHERE m.update_id = next.update_id AND m.subscription_id = next.subscription_id
    RETURNING m.update_id, m.subscription_id, m.incident_number, m.attempts
  )
  SELECT b.*, s.email, s.language, s.confirmed_at IS NOT NULL AND s.ended_at IS NULL AS is_subscribed,
    i.visible_to IS NOT NULL AS is_private
  FROM begun b
  LEFT JOIN subscription s ON s.id = b.subscription_id
  LEFT JOIN incident i ON i.number = b.incident_number`;

/** Takes up to `most` mails to subscribers that are due, committed as begun. Throws when the database fails. */
export async function claimMails(pool: Pool, node: string, at: Date, most: number): Promise<MailRow[]> {
  const { rows } = await pool.query<MailRow>({ name: 'claim-mails', text: claim, values: [at, node, most] });
  return rows;
}
