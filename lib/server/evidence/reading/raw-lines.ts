import type { FileHandle } from 'node:fs/promises';
import { readWindow } from './file-window';

/** A line as it lies in the file, its end taken off; of a long one only the beginning. */
export interface RawLine {
  n: number;
  bytes: Buffer;
  /** How many bytes the line has, when not all are here. */
  wholeBytes?: number;
}

const chunkBytes = 256 * 1024;
/** Of one line this many bytes are read; more than is shown, so that a secret at the cut is known for one. */
const keptBytes = 16_384;
/** However long the lines are, one answer reads no more of the file than this. */
const mostBytes = 64 * 1024 * 1024;
const [lineFeed, carriageReturn] = [10, 13];

/** The line that is being read. */
class OpenLine {
  #parts: Buffer[] = [];
  #kept = 0;
  #whole = 0;

  add(bytes: Buffer): void {
    this.#whole += bytes.length;
    const more = bytes.subarray(0, keptBytes - this.#kept);
    if (more.length > 0) this.#parts.push(more);
    this.#kept += more.length;
  }

  get isEmpty(): boolean {
    return this.#whole === 0;
  }

  close(n: number): RawLine {
    const bytes = Buffer.concat(this.#parts);
    if (this.#whole > bytes.length) return { n, bytes, wholeBytes: this.#whole };
    return { n, bytes: bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes };
  }
}

/** Up to `count` lines from the byte at which line `first` begins; fewer at the end of the file or when they are huge. */
export async function readRawLines(file: FileHandle, at: number, first: number, count: number): Promise<RawLine[]> {
  const lines: RawLine[] = [];
  let open = new OpenLine();
  for (let read = 0; read < mostBytes; ) {
    const bytes = await readWindow(file, at + read, chunkBytes);
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, from)) {
      open.add(bytes.subarray(from, end));
      lines.push(open.close(first + lines.length));
      if (lines.length === count) return lines;
      open = new OpenLine();
      from = end + 1;
    }
    open.add(bytes.subarray(from));
    read += bytes.length;
    if (bytes.length < chunkBytes) break;
  }
  if (!open.isEmpty) lines.push(open.close(first + lines.length));
  return lines;
}
