import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { hashing } from '../hashing';

/** Copies to another disk: under a passing name, hashed on the way, synced, then named. Throws when the bytes changed. */
export async function copyDurably(from: string, to: string, sha256: string, unfinished: string): Promise<void> {
  const part = `${to}${unfinished}`;
  const hash = createHash('sha256');
  try {
    const file = await open(part, 'w', 0o600);
    await pipeline(createReadStream(from), hashing(hash), file.createWriteStream({ flush: true }));
    if (hash.digest('hex') !== sha256) throw new Error('the bytes changed on their way to the store');
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
