import 'server-only';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { env } from '../../env';
import { perProcess } from '../../kernel/per-process';

/** Copies and indexes to read by, on this node's disk. All of it is made anew when it is missing. */
export interface ReadingFolder {
  folder: string;
  /** The text of a file that is packed, in another encoding, or not on this computer. */
  copy(id: string): string;
  /** Its lines. */
  lines(id: string): string;
  /** The original of one that is fetched from far. */
  fetched(id: string): string;
}

/** This node's copies. */
export function readingFolder(): ReadingFolder {
  return perProcess('evidence-reading', () => {
    const folder = path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, 'evidence-reading');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return {
      folder,
      copy: (id) => path.join(folder, id),
      lines: (id) => path.join(folder, `${id}.lines`),
      fetched: (id) => path.join(folder, `${id}.original`),
    };
  });
}
