import 'server-only';
import { access } from 'node:fs/promises';
import type { EvidenceObject } from '@/generated/prisma/client';
import { spool } from '../spool';
import { evidenceStore } from '../store/evidence-store';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Where the original lies on this computer; null when it has to be fetched. */
export async function localOriginal({ id, objectKey }: EvidenceObject): Promise<string | null> {
  const stored = evidenceStore().localPath(objectKey);
  if (stored && (await isThere(stored))) return stored;
  const waiting = spool().whole(id);
  return (await isThere(waiting)) ? waiting : null;
}
