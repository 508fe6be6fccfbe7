import 'server-only';
import { createHmac } from 'node:crypto';
import type { RecordedEvent } from '@/lib/domain/contents';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';

/** What stands before the first event of every incident. */
export const chainStart: Uint8Array<ArrayBuffer> = new Uint8Array(32);

/** h_n = HMAC-SHA-256(key, h_{n-1} ‖ canonical JSON of the event), 32 bytes (design §8). */
export function chainHash(key: string, previous: Uint8Array, event: RecordedEvent): Uint8Array<ArrayBuffer> {
  return chainHashOf(key, previous, canonicalJson(event));
}

/** The same of an event that is canonical JSON already. */
export function chainHashOf(key: string, previous: Uint8Array, canonical: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', key).update(previous).update(canonical).digest());
}
