import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

// Written in one go, while the next lot comes in: two of them are all the memory that an upload takes.
const lotBytes = 256 * 1024;

export interface Receiving {
  /** Where in the file the first byte goes. */
  from: number;
  /** Called with every chunk in turn; throws to stop. */
  see(chunk: Buffer, sizeBytes: number): void;
}

/**
 * Writes all that comes to the file and answers how many bytes that were. What came before a failure, of the sender or of
 * the disk, is written as far as possible. Leaves the source open, so that its sender can still be answered.
 */
export async function receiveBytes(source: Readable, file: FileHandle, { from, see }: Receiving): Promise<number> {
  let received = 0;
  let written = from;
  let lot: Buffer[] = [];
  let lotSize = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    await writing;
    const [chunks, position] = [lot, written];
    written += lotSize;
    [lot, lotSize] = [[], 0];
    writing = writeAll(file, chunks, position);
    // Its failure is met where it is awaited, at the latest at the end.
    writing.catch(() => {});
  };
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += chunk.length;
      see(chunk, received);
      lot.push(chunk);
      lotSize += chunk.length;
      if (lotSize >= lotBytes) await flush();
    }
  } finally {
    await flush();
    await writing;
  }
  return received;
}

async function writeAll(file: FileHandle, chunks: Buffer[], position: number): Promise<void> {
  if (chunks.length === 0) return;
  const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  for (let done = 0; done < whole.length; ) {
    const { bytesWritten } = await file.write(whole, done, whole.length - done, position + done);
    done += bytesWritten;
  }
}
