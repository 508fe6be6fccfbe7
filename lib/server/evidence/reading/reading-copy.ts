import 'server-only';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat, utimes } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { EvidenceObject } from '@/generated/prisma/client';
import type { Unreadable } from '@/lib/domain/evidence/reading';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import { EvidenceGone, openOriginal } from '../open-original';
import { readWindow } from './file-window';
import { localOriginal } from './local-original';
import { readingFolder } from './reading-folder';
import { type ReadingKind, tellReading } from './tell-reading';
import { CannotUnpack, unpackReading } from './unpack-reading';

/** A local file with the text to read. */
export interface Readable {
  state: 'ready';
  path: string;
  sizeBytes: number;
}

export type Reading = Readable | Unreadable;

const headBytes = 65_536;
const noText = 'It is no text. Download it to look at it.';

/** The text of a saved file; made when it is not there, once however many ask. Throws what `openOriginal` throws. */
export function readingCopy(row: EvidenceObject): Promise<Reading> {
  const making = perProcess('evidence-reading-copies', () => new Map<string, Promise<Reading>>());
  const underway = making.get(row.id);
  if (underway) return underway;
  const made = makeReading(row).finally(() => making.delete(row.id));
  making.set(row.id, made);
  return made;
}

/** The same, for who does not wait longer than `timeoutMs`. */
export function readingCopyWithin(row: EvidenceObject, timeoutMs: number): Promise<Reading> {
  const made = readingCopy(row);
  // Whoever comes back later hears of what went wrong then.
  made.catch(() => {});
  const later = new Promise<Reading>((resolve) => setTimeout(resolve, timeoutMs, { state: 'preparing' }).unref());
  return Promise.race([made, later]);
}

async function makeReading(row: EvidenceObject): Promise<Reading> {
  if (row.place === 'lost' || row.place === 'damaged') throw new EvidenceGone(`the file is ${row.place}`);
  const copy = readingFolder().copy(row.id);
  const sizeBytes = await sizeOf(copy);
  if (sizeBytes !== null) {
    // Those that nobody read for long are taken away.
    await utimes(copy, now(), now()).catch(() => {});
    return { state: 'ready', path: copy, sizeBytes };
  }
  const local = await localOriginal(row);
  return local ? readLocal(row, local) : readFetched(row);
}

async function readLocal(row: EvidenceObject, path: string): Promise<Reading> {
  const kind = await kindOf(path);
  if (kind === 'none') return { state: 'unreadable', why: noText };
  if (kind === 'plain') return { state: 'ready', path, sizeBytes: Number(row.sizeBytes) };
  return unpack(row, kind, path);
}

async function readFetched(row: EvidenceObject): Promise<Reading> {
  const folder = readingFolder();
  const fetched = folder.fetched(row.id);
  try {
    await pipeline(await openOriginal(row.id), createWriteStream(fetched, { mode: 0o600 }));
    const kind = await kindOf(fetched);
    if (kind === 'none') return { state: 'unreadable', why: noText };
    if (kind !== 'plain') return await unpack(row, kind, fetched);
    await rename(fetched, folder.copy(row.id));
    return { state: 'ready', path: folder.copy(row.id), sizeBytes: Number(row.sizeBytes) };
  } finally {
    await rm(fetched, { force: true });
  }
}

async function unpack(row: EvidenceObject, kind: ReadingKind, from: string): Promise<Reading> {
  const copy = readingFolder().copy(row.id);
  try {
    await unpackReading(kind, from, copy, Number(row.sizeBytes));
    if ((await kindOf(copy)) === 'plain') return { state: 'ready', path: copy, sizeBytes: (await stat(copy)).size };
    await rm(copy, { force: true });
    return { state: 'unreadable', why: 'What is packed in it is no text. Download it to look at it.' };
  } catch (error) {
    if (error instanceof CannotUnpack) return { state: 'unreadable', why: error.message };
    throw error;
  }
}

async function kindOf(path: string): Promise<ReadingKind> {
  const file = await open(path);
  try {
    return tellReading(await readWindow(file, 0, headBytes));
  } finally {
    await file.close();
  }
}

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );
