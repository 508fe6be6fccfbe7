import 'server-only';
import { rm, stat } from 'node:fs/promises';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { isFileProblem } from './is-file-problem';
import { reportEvidence } from './report-evidence';
import { spool } from './spool';
import { spoolNode } from './spool-node';
import { evidenceStore } from './store/evidence-store';
import { noteStoreTrouble, noteStoreWell } from './store-trouble';

/** Moves one captured file from this node's spool to the store. Throws when the store does not take it; then it waits. */
export async function moveToStore(id: string): Promise<void> {
  const row = await database().evidenceObject.findUnique({ where: { id } });
  if (row?.place !== 'spool' || row.node !== spoolNode() || row.capturedAt === null) return;
  const from = spool().whole(id);
  if (!(await isThere(from))) return await noteMissing(id, row.objectKey);
  try {
    await evidenceStore().put(row.objectKey, from, row.sha256);
    noteStoreWell();
  } catch (error) {
    noteStoreTrouble(error);
    throw error;
  }
  await noteStored(id);
  await rm(from, { force: true });
}

async function noteStored(id: string): Promise<void> {
  await database().evidenceObject.updateMany({
    where: { id, place: 'spool' },
    data: { place: 'store', storedAt: now() },
  });
}

/** Another process of this spool may have moved it just now; else it is gone, and everybody must know. */
async function noteMissing(id: string, objectKey: string): Promise<void> {
  if (await evidenceStore().stat(objectKey)) return await noteStored(id);
  const { count } = await database().evidenceObject.updateMany({
    where: { id, place: 'spool' },
    data: { place: 'lost', checkedAt: now() },
  });
  if (count > 0) reportEvidence(id, 'lost', 'it is neither in the spool nor in the store');
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isFileProblem(error, 'ENOENT')) return false;
    throw error;
  }
}
