import 'server-only';
import type { Hash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Passes bytes on as they are, and has them all seen by `hash`. */
export function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}
