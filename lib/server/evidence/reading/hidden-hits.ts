import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import { findOffThread } from '../mask';
import { longestKey } from '../secrets/private-keys';
import { clip } from '../secrets/secret-scanner';
import { readWindow } from './file-window';

/** Bytes of a file, and where they lie in it. */
export interface Stretch {
  at: number;
  bytes: Buffer;
}

/** From inclusive, to exclusive, in bytes of the stretch. */
export interface Hit {
  from: number;
  to: number;
}

// A secret that the stretch ends in goes on in what comes after.
const afterBytes = 16_384;

/** Those of the hits, in order, that touch no secret: what is masked cannot be found. */
export async function withoutHidden(file: FileHandle, { at, bytes }: Stretch, hits: readonly Hit[]): Promise<Hit[]> {
  const before = await readWindow(file, Math.max(0, at - longestKey), Math.min(at, longestKey));
  const after = await readWindow(file, at + bytes.length, afterBytes);
  const found = await findOffThread(Buffer.concat([before, bytes, after]).toString('latin1'));
  const secrets = clip(found, before.length, before.length + bytes.length);
  let next = 0;
  return hits.filter(({ from, to }) => {
    while (next < secrets.length && (secrets[next]?.to ?? 0) <= from) next += 1;
    const secret = secrets[next];
    return !secret || secret.from >= to;
  });
}
