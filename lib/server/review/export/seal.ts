import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';

// No message of the chain can be the same bytes: its 33rd is a brace, here it is a digit of a sum.
/** `SHA256SUMS.hmac`: the sums under the chain key. Whoever holds the key can make it, nobody else: tamper-evident. */
export function sealOf(chainKey: string, sums: string | Uint8Array): string {
  return `${createHmac('sha256', chainKey).update(sums).digest('hex')}\n`;
}

/** Whether the seal is the one that this key makes of these sums. */
export function isSealedBy(chainKey: string, sums: string | Uint8Array, seal: string): boolean {
  const [own, given] = [Buffer.from(sealOf(chainKey, sums)), Buffer.from(seal)];
  return own.length === given.length && timingSafeEqual(own, given);
}
