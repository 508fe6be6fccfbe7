import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { countEnds } from './count-ends';

/** Bytes that one entry of the index stands for. */
export const blockBytes = 65_536;

/** Where lines begin, sparsely: entry n says how many line ends stand before byte n × 64 KiB. */
export interface LineIndex {
  sizeBytes: number;
  lineCount: number;
  endsBefore: Float64Array;
}

const chunkBytes = 4 * 1024 * 1024;
const lineFeed = 10;

/** Reads a file once and notes its lines; some gigabytes a second, so it runs in the evidence worker. */
export async function buildLineIndex(path: string): Promise<LineIndex> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const endsBefore = new Float64Array(Math.ceil(size / blockBytes) + 1);
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let [at, ends, last] = [0, 0, lineFeed];
    while (at < size) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, at);
      if (bytesRead === 0) break;
      for (let from = 0; from < bytesRead; from += blockBytes) {
        endsBefore[(at + from) / blockBytes] = ends;
        ends += countEnds(chunk, from, Math.min(from + blockBytes, bytesRead));
      }
      last = chunk[bytesRead - 1] ?? lineFeed;
      at += bytesRead;
    }
    endsBefore[endsBefore.length - 1] = ends;
    return { sizeBytes: at, lineCount: ends + (last === lineFeed ? 0 : 1), endsBefore };
  } finally {
    await file.close();
  }
}

/** Keeps an index beside the reading copy; it can be built anew at any time. */
export async function saveLineIndex(path: string, index: LineIndex): Promise<void> {
  const head = Float64Array.of(index.sizeBytes, index.lineCount);
  const bytes = Buffer.concat([Buffer.from(head.buffer), Buffer.from(index.endsBefore.buffer)]);
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

/** The index that was kept for a file of this size; null when there is none that fits. */
export async function loadLineIndex(path: string, sizeBytes: number): Promise<LineIndex | null> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes || bytes.length % 8 !== 0 || bytes.length < 24) return null;
  const numbers = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const [size = -1, lineCount = 0] = numbers;
  return size === sizeBytes ? { sizeBytes: size, lineCount, endsBefore: numbers.subarray(2) } : null;
}

/** The block to look for a line in: the last one that begins at or before it, and how many line ends stand before. */
export function blockOfLine({ endsBefore }: LineIndex, line: number): { at: number; ends: number } {
  let [low, high] = [0, endsBefore.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((endsBefore[middle] ?? 0) < line - 1) low = middle;
    else high = middle - 1;
  }
  return { at: low * blockBytes, ends: endsBefore[low] ?? 0 };
}
