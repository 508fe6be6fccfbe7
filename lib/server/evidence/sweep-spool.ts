import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { database } from '../kernel/database';
import { log } from '../observability/log';
import { isFileProblem } from './is-file-problem';
import { spool } from './spool';

const dayMs = 24 * 60 * 60_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Takes away what has lain in the spool for a day and belongs to no evidence: halves of uploads that were cut off, pieces
 * that nobody went on with, whole files whose row was never written. Answers how many.
 */
export async function sweepSpool(now: Date): Promise<number> {
  const { folder, pieces } = spool();
  const old = [...(await oldFiles(folder, now)), ...(await oldFiles(pieces, now))];
  let count = 0;
  for (const file of old) {
    if (await isEvidence(path.basename(file))) continue;
    await rm(file, { force: true });
    count += 1;
  }
  if (count > 0) log().info({ count }, 'uploads that were never finished were swept out of the spool');
  return count;
}

async function oldFiles(folder: string, now: Date): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => uuid.test(name));
  const old = await Promise.all(
    names.map(async (name) => {
      const file = path.join(/* turbopackIgnore: true */ folder, name);
      return (await lastTouched(file)) < now.getTime() - dayMs ? [file] : [];
    }),
  );
  return old.flat();
}

/** The note of an upload in pieces is as young as its last piece. */
async function lastTouched(file: string): Promise<number> {
  const times = await Promise.all([file, file.replace(/\.json$/, '')].map(modifiedMs));
  return Math.max(...times);
}

async function modifiedMs(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (isFileProblem(error, 'ENOENT')) return 0;
    throw error;
  }
}

/** A half under the id of a row is no evidence; a whole file is, wherever its bytes are on their way to. */
async function isEvidence(name: string): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(name)) return false;
  const row = await database().evidenceObject.findUnique({ where: { id: name }, select: { place: true } });
  return row?.place === 'spool';
}
