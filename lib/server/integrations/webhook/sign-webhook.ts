import 'server-only';
import { createHmac } from 'node:crypto';

/** Signs a message by the Standard Webhooks specification. `secret` is `whsec_` and base64; `atSeconds` since 1970. */
export function signWebhook(secret: string, id: string, atSeconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${atSeconds}.${body}`).digest('base64')}`;
}
