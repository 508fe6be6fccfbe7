import 'server-only';
import { database } from '../../kernel/database';
import { copyFolder } from './copy/copy-folder';
import { copyStore } from './copy/copy-store';

/** Where the copy of an incident's follow page lies. */
export interface StaticCopy {
  /** The folder or bucket that a file server serves. */
  place: string;
  /** Below it. */
  path: string;
  /** ISO UTC. */
  writtenAt: string;
}

/** Null until one was written. */
export async function staticCopyOf(number: string): Promise<StaticCopy | null> {
  const key = { incidentNumber: number, destination: 'static_copy' };
  const row = await database().correspondence.findUnique({ where: { incidentNumber_destination: key } });
  if (!row) return null;
  const { writtenAt } = row.data as { writtenAt: string };
  return { place: copyStore().place, path: `${copyFolder(number)}/index.html`, writtenAt };
}
