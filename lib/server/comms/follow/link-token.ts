import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 16;

/** A token that nobody can guess: 128 bits. */
export function makeLinkToken(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** What is kept of a token. */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
