import 'server-only';
import type { Receiver } from '../receiver';
import { sendMail } from './send-mail';

/** The mail to everybody: one message to all addresses of `MAIL_TO`. */
export function mailReceiver(to: readonly string[]): Receiver {
  return {
    send: async ({ payload, channel }) =>
      sendMail({
        to,
        subject: (payload.subject ?? payload.headline).replace(/\s+/g, ' ').trim(),
        text: payload.body,
        language: payload.language,
        key: `${payload.updateId} ${channel} ${to.join(' ')}`,
        thread: `${payload.number} ${channel}`,
        unsubscribeUrl: null,
      }),
    // A mail that was sent cannot be looked for.
    mayRepeat: async () => false,
  };
}
