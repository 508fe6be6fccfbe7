import 'server-only';
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import { isMailAddress } from '@/lib/domain/comms/mail-address';
import type { Sending } from '../receiver';
import { judgeMailFailure } from './judge-mail-failure';
import { mailOptions } from './mail-options';
import { plainHtml } from './plain-html';

/** One mail, in plain text. */
export interface OutgoingMail {
  to: readonly string[];
  subject: string;
  text: string;
  language: Language;
  /** What makes this mail this one, such as an update and an address; its Message-ID is made of it. */
  key: string;
  /** Mails with the same are shown as one conversation. */
  thread: string | null;
  /** Where one click ends the subscription. */
  unsubscribeUrl: string | null;
}

export interface Mailer {
  /** Hands one mail to the mail server, once. Never throws; line breaks in addresses or subject are refused. */
  send(mail: OutgoingMail): Promise<Sending>;
  close(): void;
}

/** Mail by this server (as `SMTP_URL` has it), from this sender. */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(mailOptions(smtpUrl));
  return {
    send: async (mail) => {
      const bad = whatIsWrong(mail);
      if (bad) return { outcome: 'refused', problem: bad };
      try {
        const { rejected } = await transport.sendMail(toMessage(mail, from));
        if (rejected.length === 0) return { outcome: 'sent' };
        return { outcome: 'sent', note: `${rejected.length} of ${mail.to.length} addresses were refused` };
      } catch (error) {
        return judgeMailFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

function whatIsWrong({ to, subject }: OutgoingMail): string | null {
  if (to.length === 0 || !to.every(isMailAddress)) return 'not a mail address';
  return /[\p{Cc}\u2028\u2029]/u.test(subject) ? 'a line break in the subject' : null;
}

function toMessage(mail: OutgoingMail, from: string) {
  const place = from.replace(/>$/, '').split('@').at(-1) ?? 'localhost';
  const root = mail.thread ? messageId('thread', mail.thread, place) : null;
  const { unsubscribeUrl } = mail;
  return {
    from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    html: plainHtml(mail.text, mail.language),
    messageId: messageId('mail', mail.key, place),
    ...(root && { inReplyTo: root, references: root }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** The same for the same key, so that a mail that came twice after all is one in most mailboxes. */
function messageId(kind: string, key: string, place: string): string {
  return `<${kind}.${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${place}>`;
}
