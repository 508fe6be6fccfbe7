import 'server-only';
import { env } from '../../env';

/** True where mails can be sent at all. */
export function hasMail(): boolean {
  return env().SMTP_URL !== undefined;
}
