import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { monotonicMs } from '../clock';
import type { Sample } from '../evidence/sample';

/** The seconds that hashing and writing it to this disk takes with nothing else around, with its sync at the end. */
export async function bareReceive(folder: string, sample: Sample): Promise<number> {
  const file = path.join(folder, 'bare-receive');
  const hash = createHash('sha256');
  const seen = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const began = monotonicMs();
  await pipeline(sample.blocks(), seen, createWriteStream(file, { flush: true }));
  hash.digest();
  const seconds = (monotonicMs() - began) / 1000;
  rmSync(file);
  return seconds;
}
