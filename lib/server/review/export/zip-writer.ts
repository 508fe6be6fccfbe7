import 'server-only';
import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** What was written under a name. */
export interface Written {
  name: string;
  sha256: string;
  sizeBytes: number;
}

// Nothing but names and bytes decides how an export looks: stored as they are (how well something is compressed depends
// on the release of zlib), the same mode, and one time, which the format keeps as a clock on a wall shows it.
const options = { compress: false, forceDosTimestamp: true, mode: 0o100644 };
const oneTime = () => new Date(1980, 0, 2, 12);

/** Writes a zip as a stream, an entry after the other. The same entries give the same bytes; sizes over 4 GiB are fine. */
export class ZipWriter {
  readonly #zip = new ZipFile();
  readonly output = new PassThrough();

  constructor() {
    this.#zip.on('error', (error) => this.output.destroy(asError(error)));
    this.#zip.outputStream.pipe(this.output);
  }

  /** Resolves when all bytes of the entry are on their way. Rejects when the source fails or nobody reads any more. */
  async add(name: string, source: Readable | string): Promise<Written> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const bytes = new Transform({
      transform(chunk: Buffer, _, done) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    const gone = () => bytes.destroy(new Error('nobody reads the export any more'));
    if (this.output.destroyed) gone();
    this.output.once('close', gone);
    this.#zip.addReadStreamLazy(name, { ...options, mtime: oneTime() }, (give) => give(null, bytes));
    try {
      await pipeline(typeof source === 'string' ? Readable.from([Buffer.from(source)]) : source, bytes);
    } finally {
      this.output.off('close', gone);
    }
    return { name, sha256: hash.digest('hex'), sizeBytes };
  }

  /** Writes the directory; the output ends after it. */
  end(): void {
    this.#zip.end();
  }

  /** Ends the output in an error: what was written is no zip, and whoever reads it is told so. */
  fail(error: unknown): void {
    this.output.destroy(asError(error));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
