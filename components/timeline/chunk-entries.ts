import type { Entry } from './entry';

/** Rows that are laid out together. */
export interface Chunk {
  id: number;
  entries: Entry[];
  /** The entry before its first one, for the line between days. */
  before: Entry | null;
}

const rowsInChunk = 25;

/** Cuts entries into chunks at fixed places of the log, so that what is added at either end leaves the others as they are. */
export function chunkEntries(entries: readonly Entry[]): Chunk[] {
  const chunks: Chunk[] = [];
  let last: Chunk | undefined;
  let before: Entry | null = null;
  for (const entry of entries) {
    const id = Math.floor(entry.event.seq / rowsInChunk);
    if (last?.id !== id) {
      last = { id, entries: [], before };
      chunks.push(last);
    }
    last.entries.push(entry);
    before = entry;
  }
  return chunks;
}
