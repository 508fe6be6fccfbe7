import { createHash, randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const BLOCK = 1024 * 1024;

/** So many bytes that no disk makes smaller, without a file, and what they hash to. */
export class Sample {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly #block = randomBytes(BLOCK);

  constructor(mebibytes: number) {
    this.sizeBytes = mebibytes * BLOCK;
    const hash = createHash('sha256');
    for (const block of this.blocks()) hash.update(block);
    this.sha256 = hash.digest('hex');
  }

  /** Writes all of it, as fast as it is taken. */
  async writeTo(target: Writable): Promise<void> {
    await pipeline(Readable.from(this.blocks(), { objectMode: false, highWaterMark: BLOCK }), target);
  }

  *blocks(): Generator<Buffer> {
    for (let at = 0; at < this.sizeBytes; at += BLOCK) yield this.#block;
  }
}
