import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import { now } from '../../../kernel/clock';
import { readPool } from '../../../kernel/read-pool';
import { hashOfToken } from '../link-token';

/** A subscription as the links in its mails find it. */
export interface Subscription {
  number: string;
  language: Language;
  isConfirmed: boolean;
  isEnded: boolean;
}

const found = `incident_number AS number, language,
  confirmed_at IS NOT NULL AS "isConfirmed", ended_at IS NOT NULL AS "isEnded"`;
const open = `confirmed_at IS NOT NULL OR created_at > $2::timestamptz - interval '24 hours'`;

/** The subscription behind a token; undefined when there is none, or when nobody confirmed it within a day. */
export function findSubscription(token: string): Promise<Subscription | undefined> {
  return one(`SELECT ${found} FROM subscription WHERE token_hash = $1::bytea AND (${open})`, token);
}

/** Rule M7: from now on each update goes to this address. Once more changes nothing; what was ended stays ended. */
export function confirmSubscription(token: string): Promise<Subscription | undefined> {
  const change = 'SET confirmed_at = coalesce(confirmed_at, $2::timestamptz)';
  const where = `WHERE token_hash = $1::bytea AND ended_at IS NULL AND (${open})`;
  return one(`UPDATE subscription ${change} ${where} RETURNING ${found}`, token);
}

/** Rule M7: ends it at once, with the mails that have not left. Once more changes nothing. */
export async function endSubscription(token: string): Promise<Subscription | undefined> {
  const change = `SET ended_at = coalesce(ended_at, $2::timestamptz), ended_by = coalesce(ended_by, 'unsubscribed')`;
  return await one(
    `WITH ended AS (UPDATE subscription ${change} WHERE token_hash = $1::bytea RETURNING id, ${found}),
     stopped AS (UPDATE subscriber_mail SET state = 'given_up', settled_at = $2::timestamptz, problem = 'unsubscribed'
       WHERE subscription_id IN (SELECT id FROM ended) AND state = 'queued')
     SELECT number, language, "isConfirmed", "isEnded" FROM ended`,
    token,
  );
}

async function one(text: string, token: string): Promise<Subscription | undefined> {
  const { rows } = await readPool().query<Subscription>({ text, values: [Buffer.from(hashOfToken(token)), now()] });
  return rows[0];
}
