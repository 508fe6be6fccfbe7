import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';

/** Holds what is written to it against a file, byte by byte. */
export class SameBytes extends Writable {
  readonly #file: FileHandle;
  #at = 0;
  /** The first byte that differs, counted from 0; null while there is none. */
  difference: number | null = null;

  constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#compare(chunk).then(() => done(), done);
  }

  /** A file that goes on where the written ended differs there. */
  override _final(done: (error?: Error | null) => void): void {
    this.#compareEnd().then(() => done(), done);
  }

  async #compareEnd(): Promise<void> {
    const { size } = await this.#file.stat();
    if (this.difference === null && size !== this.#at) this.difference = this.#at;
  }

  async #compare(chunk: Buffer): Promise<void> {
    if (this.difference !== null) return;
    const own = await readFully(this.#file, this.#at, chunk.length);
    if (!own.equals(chunk)) this.difference = this.#at + chunk.findIndex((byte, place) => byte !== own[place]);
    else this.#at += chunk.length;
  }
}

async function readFully(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, at + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}
