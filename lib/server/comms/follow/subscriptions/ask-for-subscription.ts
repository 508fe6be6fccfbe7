import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import { now } from '../../../kernel/clock';
import { readPool } from '../../../kernel/read-pool';
import { hashOfToken } from '../link-token';
import { subscriptionToken } from './subscription-token';

const again = '10 minutes';
const mostOfIncident = 10_000;
const mostAtOnce = 300;
const mostOfAddress = 5;

/**
 * Rule M7: notes that somebody wants the updates of this incident by mail; answers the subscription that a mail is to
 * ask to confirm. Null when no mail is due: confirmed already, asked a moment ago, or too many were asked for. A limit
 * may be passed by as many as ask in the same instant.
 */
export async function askForSubscription(number: string, email: string, language: Language): Promise<string | null> {
  const id = uuidv7();
  const values = [id, number, email, language, Buffer.from(hashOfToken(subscriptionToken(id))), now()];
  const { rows } = await readPool().query<{ id: string }>({ name: 'ask-subscription', text: ask, values });
  return rows[0]?.id ?? null;
}

const since = (span: string) => `$6::timestamptz - interval '${span}'`;
const ask = `
  INSERT INTO subscription AS s (id, incident_number, email, language, token_hash, created_at)
  SELECT $1::uuid, $2, $3, $4, $5::bytea, $6::timestamptz
  WHERE (SELECT count(*) FROM subscription WHERE incident_number = $2 AND ended_at IS NULL) < ${mostOfIncident}
    AND (SELECT count(*) FROM subscription
      WHERE incident_number = $2 AND created_at > ${since(again)} AND confirmed_at IS NULL) < ${mostAtOnce}
    AND (SELECT count(*) FROM subscription
      WHERE email = $3 AND created_at > ${since('1 hour')} AND confirmed_at IS NULL) < ${mostOfAddress}
  ON CONFLICT (incident_number, email) DO UPDATE
  SET language = EXCLUDED.language, created_at = EXCLUDED.created_at, confirmed_at = NULL, ended_at = NULL, ended_by = NULL
  WHERE (s.confirmed_at IS NULL OR s.ended_at IS NOT NULL) AND s.created_at <= ${since(again)}
  RETURNING s.id`;
