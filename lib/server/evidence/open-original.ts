import 'server-only';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { EvidenceObject } from '@/generated/prisma/client';
import { database } from '../kernel/database';
import { isFileProblem } from './is-file-problem';
import { spool } from './spool';
import { spoolNode } from './spool-node';
import { type ByteRange, evidenceStore } from './store/evidence-store';
import { NoSuchObject } from './store/no-such-object';

/** The bytes are lost, or are not those that were saved any more: neither is served. */
export class EvidenceGone extends Error {
  override readonly name = 'EvidenceGone';
}

/** The bytes still wait in the spool of another node. */
export class EvidenceElsewhere extends Error {
  override readonly name = 'EvidenceElsewhere';
}

/** The bytes of a saved file, or a part of them. Throws `EvidenceGone`, `EvidenceElsewhere`, or what the store throws. */
export async function openOriginal(id: string, range?: ByteRange): Promise<Readable> {
  // Between the look at the row and at the file, it may have been moved: then the second look finds it.
  const bytes = (await tryToOpen(id, range)) ?? (await tryToOpen(id, range));
  if (!bytes) throw new EvidenceGone('the file is not where it was');
  return bytes;
}

async function tryToOpen(id: string, range?: ByteRange): Promise<Readable | null> {
  const row = await database().evidenceObject.findUnique({ where: { id } });
  if (!row || row.place === 'lost' || row.place === 'damaged') throw new EvidenceGone(`the file is ${row?.place}`);
  return row.place === 'spool' ? fromSpool(row, range) : fromStore(row, range);
}

async function fromSpool({ id, node }: EvidenceObject, range?: ByteRange): Promise<Readable | null> {
  if (node !== spoolNode()) throw new EvidenceElsewhere('the file is on another node');
  try {
    const file = await open(spool().whole(id));
    return file.createReadStream(range ? { start: range.from, end: range.to } : {});
  } catch (error) {
    if (isFileProblem(error, 'ENOENT')) return null;
    throw error;
  }
}

async function fromStore({ objectKey }: EvidenceObject, range?: ByteRange): Promise<Readable | null> {
  try {
    return await evidenceStore().read(objectKey, range);
  } catch (error) {
    if (error instanceof NoSuchObject) return null;
    throw error;
  }
}
