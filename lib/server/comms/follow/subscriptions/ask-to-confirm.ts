import 'server-only';
import { sendMail } from '../../../integrations/mail/send-mail';
import { confirmationMail } from './confirmation';

/** Rule M7: sends the mail that asks to confirm, if it is still wanted. Throws when it should be tried again; one too many does no harm. */
export async function askToConfirm(subscriptionId: string): Promise<void> {
  const mail = await confirmationMail(subscriptionId);
  if (!mail) return;
  const { to, subject, text, language } = mail;
  const key = `confirm ${subscriptionId}`;
  const line = subject.replace(/[\p{Cc}\s]+/gu, ' ');
  const sending = await sendMail({ to: [to], subject: line, text, language, key, thread: null, unsubscribeUrl: null });
  if (sending.outcome === 'again' || sending.outcome === 'unknown') throw new Error(sending.problem);
}
