import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import { getCatalogue } from '../../../catalogue/get-catalogue';
import { env } from '../../../env';
import { readPool } from '../../../kernel/read-pool';
import { subscriptionToken } from './subscription-token';
import { fill, subscriptionWords } from './subscription-words';

/** Rule M7: has the one mail sent that asks to confirm; by the job queue, which tries again while the mail server is away. */
export async function queueConfirmation(subscriptionId: string): Promise<void> {
  await readPool().query(
    `SELECT graphile_worker.add_job('ask_to_confirm', json_build_object('id', $1::text), max_attempts := 8, job_key := $1)`,
    [subscriptionId],
  );
}

/** A mail to one person. */
export interface PlainMail {
  to: string;
  subject: string;
  text: string;
  language: Language;
}

interface Waiting {
  email: string;
  number: string;
  language: Language;
}

/** That mail; null when it is not wanted any more. */
export async function confirmationMail(subscriptionId: string): Promise<PlainMail | null> {
  const { rows } = await readPool().query<Waiting>(
    `SELECT email, incident_number AS number, language FROM subscription
     WHERE id = $1::uuid AND confirmed_at IS NULL AND ended_at IS NULL`,
    [subscriptionId],
  );
  const [waiting] = rows;
  if (!waiting) return null;
  const { email, number, language } = waiting;
  const words = subscriptionWords[language];
  const link = `${env().NEXTAUTH_URL}/follow/confirm/${subscriptionToken(subscriptionId)}`;
  const blanks = { number, platform: getCatalogue().platform, link };
  return { to: email, subject: fill(words.askSubject, blanks), text: fill(words.askBody, blanks), language };
}
