import type { FileHandle } from 'node:fs/promises';
import { readWindow } from './file-window';
import { blockBytes, blockOfLine, type LineIndex } from './line-index';

const chunkBytes = 1024 * 1024;
const lineFeed = 10;

/**
 * The byte at which a line begins (lines count from 1); null when the file has no such line. Without an index the file is
 * read from its beginning.
 */
export async function findLineStart(
  file: FileHandle,
  index: LineIndex | null,
  line: number,
  signal?: AbortSignal,
): Promise<number | null> {
  if (line <= 1) return 0;
  const start = index ? blockOfLine(index, line) : { at: 0, ends: 0 };
  let missing = line - 1 - start.ends;
  for (let at = start.at; ; ) {
    signal?.throwIfAborted();
    const bytes = await readWindow(file, at, index ? blockBytes : chunkBytes);
    if (bytes.length === 0) return null;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, end + 1)) {
      missing -= 1;
      if (missing === 0) return at + end + 1;
    }
    at += bytes.length;
  }
}
