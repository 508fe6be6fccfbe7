import { createReadStream } from 'node:fs';
import type { SecretCount } from '../../../domain/evidence/events';
import { findSecrets } from './find-secrets';
import { type ScannedPiece, SecretScanner } from './secret-scanner';

const chunkBytes = 1024 * 1024;

/** Counts the likely secrets of a file by kind, the most frequent first; runs in the evidence worker. */
export async function scanFile(path: string): Promise<SecretCount[]> {
  const counts = new Map<string, number>();
  const scanner = new SecretScanner(findSecrets);
  const note = (piece: ScannedPiece | null) => {
    // One that begins in the piece before is counted there.
    const begun = piece ? piece.secrets.slice(piece.secrets.length - piece.count) : [];
    for (const { kind } of begun) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) note(await scanner.push(chunk));
  note(await scanner.end());
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
