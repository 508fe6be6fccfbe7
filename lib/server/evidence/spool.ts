import 'server-only';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { env } from '../env';
import { perProcess } from '../kernel/per-process';

/** Where files lie from their arrival until the store has them; on this node's own disk. */
export interface Spool {
  folder: string;
  /** A file that was received whole. */
  whole(id: string): string;
  /** One that is being received in one go. */
  part(id: string): string;
  /** Those that are being received piece by piece. */
  pieces: string;
}

/** This node's spool. */
export function spool(): Spool {
  return perProcess('evidence-spool', () => {
    const folder = path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, 'evidence-spool');
    const pieces = path.join(folder, 'pieces');
    mkdirSync(pieces, { recursive: true, mode: 0o700 });
    return {
      ...{ folder, pieces },
      whole: (id) => path.join(folder, id),
      part: (id) => path.join(folder, `${id}.part`),
    };
  });
}
