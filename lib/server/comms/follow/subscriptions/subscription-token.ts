import 'server-only';
import { createHmac } from 'node:crypto';
import { env } from '../../../env';

/**
 * The token in the links of a subscriber's mails: derived from the subscription, so that every later mail can carry it
 * although only its hash is kept. Under the key that never changes, so that old mails can end what they began.
 */
export function subscriptionToken(subscriptionId: string): string {
  const key = createHmac('sha256', env().CHAIN_KEY).update('follow subscriptions').digest();
  return createHmac('sha256', key).update(subscriptionId).digest().subarray(0, 18).toString('base64url');
}
