import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { recogniseRecipe } from '@/lib/domain/evidence/recognise-recipe';
import { database } from '../kernel/database';
import { perProcess } from '../kernel/per-process';
import { evidenceBytes } from '../observability/metrics';
import { findMediaType, headBytes } from './find-media-type';
import { isFileProblem } from './is-file-problem';
import { type Arrival, arrivedBy, keepArrival } from './keep-arrival';
import { markCapture } from './mark-capture';
import { type Pieces, readPieces } from './pieces';
import { recipesOf } from './recipes-of';
import { spool } from './spool';
import { syncFolder } from './sync-folder';
import { UploadRefused, uploadProblems } from './upload-refused';

const chunkBytes = 1024 * 1024;

/**
 * Makes evidence of an upload whose last piece is here. Whoever comes first does it: the request with that piece, a
 * sender that asks again, or this node after a crash; and it is done once. Throws `UploadRefused` when it is refused.
 */
export function finishPieces(id: string): Promise<void> {
  const running = perProcess('finish-pieces', () => new Map<string, Promise<void>>());
  const known = running.get(id);
  if (known) return known;
  const finishing = finish(id).finally(() => running.delete(id));
  running.set(id, finishing);
  return finishing;
}

async function finish(id: string): Promise<void> {
  const pieces = await readPieces(id);
  if (!pieces?.isWhole) return;
  const row = await database().evidenceObject.findUnique({ where: { id }, select: { capturedAt: true } });
  if (!row?.capturedAt) await keep(id, pieces);
  await drop(pieces);
}

async function keep(id: string, pieces: Pieces): Promise<void> {
  const { number, name, recipe, by, byName, sha256: expected } = pieces.note.metadata;
  const { sha256, head } = await look(pieces.path);
  if (expected !== undefined && expected !== sha256) {
    await drop(pieces);
    throw new UploadRefused(uploadProblems.wrongChecksum);
  }
  await intoSpool(id, pieces.path);
  const { sizeBytes } = pieces;
  const mediaType = await findMediaType(head);
  const known = recogniseRecipe(await recipesOf(number), recipe ?? null, name);
  const facts = { recipe: known, instance: null, exitStatus: null, sizeBytes, mediaType, head };
  const arrival: Arrival = {
    ...{ id, number, name, sha256, sizeBytes, way: 'resumable', mediaType, recipe: known },
    ...(await markCapture(number, facts)),
  };
  try {
    await keepArrival(arrivedBy({ kind: 'person', id: by, name: byName }), arrival);
    evidenceBytes().inc({ way: 'resumable' }, pieces.sizeBytes);
  } catch (error) {
    if (error instanceof UploadRefused) await drop(pieces);
    throw error;
  }
}

/** Pieces come in any number of goes, so the hash is taken when all are there. */
async function look(path: string): Promise<{ sha256: string; head: Buffer }> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    if (head.length === 0) head = Buffer.from(chunk.subarray(0, headBytes));
    hash.update(chunk);
  }
  return { sha256: hash.digest('hex'), head };
}

/** Under its other name too, until the fact is recorded: a crash in between leaves either one. */
async function intoSpool(id: string, path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
  await link(path, spool().whole(id)).catch((error) => {
    if (!isFileProblem(error, 'EEXIST')) throw error;
  });
  await syncFolder(spool().folder);
}

async function drop({ path, notePath }: Pieces): Promise<void> {
  await rm(path, { force: true });
  await rm(notePath, { force: true });
}
