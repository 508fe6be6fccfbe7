import 'server-only';
import { now } from '../../kernel/clock';
import { readPool } from '../../kernel/read-pool';
import { log } from '../../observability/log';
import { writeCopy } from './copy/write-copy';

/** The delivery that is published. */
interface PublishedDelivery {
  number: string;
  updateId: string;
}

/** How many mails were queued, and when the copy is written or waits for its place. */
interface Published {
  mails: number;
  copied: Promise<void>;
}

/** Rule M7: one mail for each confirmed subscriber, however often it is asked for. */
const queueMails = `
  WITH queued AS (
    INSERT INTO subscriber_mail (update_id, subscription_id, incident_number, state, not_before)
    SELECT $1::uuid, s.id, s.incident_number, 'queued', $3::timestamptz
    FROM subscription s JOIN incident i ON i.number = s.incident_number
    WHERE s.incident_number = $2 AND s.confirmed_at IS NOT NULL AND s.ended_at IS NULL AND i.visible_to IS NULL
    ON CONFLICT DO NOTHING RETURNING 1)
  SELECT (SELECT count(*)::int FROM queued) AS mails, pg_notify('follow_changed', $2),
    pg_notify('delivery_queued', json_build_object('notBefore', $3::timestamptz)::text)`;

/**
 * What publishing an update on the follow page brings with it, once its delivery is marked as sent: a mail to each
 * subscriber, a poke to open pages on every node, and the begin of a new copy. The same again changes nothing. Throws when the database fails; a copy that cannot be written is written later.
 */
export async function publishUpdate({ number, updateId }: PublishedDelivery): Promise<Published> {
  const question = { name: 'publish-update', text: queueMails, values: [updateId, number, now()] };
  const { rows } = await readPool().query<{ mails: number }>(question);
  // Rule M5: a place that does not answer holds up no page, and no other incident's.
  const copied = writeCopy(number).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : 'unknown';
    log().warn({ number, reason }, 'the copy of a follow page waits for its place');
  });
  return { mails: rows[0]?.mails ?? 0, copied };
}
