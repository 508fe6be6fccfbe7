import 'server-only';
import { hash } from 'node:crypto';
import type { RecordedEvent } from '@/lib/domain/contents';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';

/** What stands before the first event of every incident. */
export const chainStart: Uint8Array<ArrayBuffer> = new Uint8Array(32);

/** h_n = HMAC-SHA-256(key, h_{n-1} ‖ canonical JSON of the event), 32 bytes (design §8). */
export function chainHash(key: string, previous: Uint8Array, event: RecordedEvent): Uint8Array<ArrayBuffer> {
  return chainHashOf(key, previous, canonicalJson(event));
}

/** The same for an event that is in its canonical form already. By the two hashes of RFC 2104: half the time of an Hmac object. */
export function chainHashOf(key: string, previous: Uint8Array, canonical: string): Uint8Array<ArrayBuffer> {
  const { inner, outer } = padsOf(key);
  const inside = hash('sha256', Buffer.concat([inner, previous, Buffer.from(canonical)]), 'buffer');
  return new Uint8Array(hash('sha256', Buffer.concat([outer, inside]), 'buffer'));
}

const blockBytes = 64;
let known: { key: string; inner: Buffer; outer: Buffer } | null = null;

/** The two blocks that RFC 2104 makes of a key. Kept: verifying asks for the same one a hundred thousand times. */
function padsOf(key: string): { inner: Buffer; outer: Buffer } {
  if (known?.key === key) return known;
  const bytes = Buffer.from(key);
  const block = Buffer.alloc(blockBytes);
  (bytes.length > blockBytes ? hash('sha256', bytes, 'buffer') : bytes).copy(block);
  known = { key, inner: block.map((byte) => byte ^ 0x36) as Buffer, outer: block.map((byte) => byte ^ 0x5c) as Buffer };
  return known;
}
