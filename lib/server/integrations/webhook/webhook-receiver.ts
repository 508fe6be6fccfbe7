import 'server-only';
import { now } from '../../kernel/clock';
import { judgeAnswer } from '../judge-answer';
import type { Receiver } from '../receiver';
import { request } from '../request';
import { signWebhook } from './sign-webhook';

/** Any receiver of Standard Webhooks. The delivery's id is the message's: a receiver tells a repetition by it. */
export function webhookReceiver(url: string, secret: string): Receiver {
  return {
    send: async ({ id, channel, payload }) => {
      const body = JSON.stringify({ type: 'comms.update', timestamp: payload.at, data: { channel, ...payload } });
      const messageId = `msg_${id}`;
      const at = Math.floor(now().getTime() / 1000);
      const headers = {
        'webhook-id': messageId,
        'webhook-timestamp': String(at),
        'webhook-signature': signWebhook(secret, messageId, at, body),
      };
      const answer = await request(url, { method: 'POST', headers, body });
      return judgeAnswer('the webhook', answer) ?? { outcome: 'sent' };
    },
    mayRepeat: async () => true,
  };
}
