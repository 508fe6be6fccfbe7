import 'server-only';
import { env } from '../../env';
import { perProcess } from '../../kernel/per-process';
import type { Sending } from '../receiver';
import { createMailer, type Mailer, type OutgoingMail } from './mailer';

/** True when mails can be sent at all. */
export function isMailSetUp(): boolean {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined;
}

/** Hands one mail to the mail server of the settings, once. Never throws. */
export async function sendMail(mail: OutgoingMail): Promise<Sending> {
  return mailer()?.send(mail) ?? { outcome: 'refused', problem: 'no mail server is set up' };
}

function mailer(): Mailer | null {
  return perProcess('mailer', () => {
    const { SMTP_URL, MAIL_FROM } = env();
    return SMTP_URL && MAIL_FROM ? createMailer(SMTP_URL, MAIL_FROM) : null;
  });
}
