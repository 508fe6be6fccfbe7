import 'server-only';
import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { EvidenceObject } from '@/generated/prisma/client';
import { inTurn } from '../in-turn';
import { EvidenceGone, openOriginal } from '../open-original';
import { readWindow } from '../reading/file-window';
import { localOriginal } from '../reading/local-original';
import { readingFolder } from '../reading/reading-folder';
import { CannotDraw, drawAnew } from './draw-anew';
import { rasterFormat } from './raster-format';

const mostBytes = 64 * 1024 * 1024;

/** The picture of a saved file as a new WebP, kept beside the reading copies. Throws a CannotDraw, and what `openOriginal` throws. */
export async function previewOf(row: EvidenceObject): Promise<Buffer> {
  if (row.place === 'lost' || row.place === 'damaged') throw new EvidenceGone(`the file is ${row.place}`);
  const kept = `${readingFolder().copy(row.id)}.webp`;
  const known = await readFile(kept).catch(() => null);
  if (known) return known;
  if (row.sizeBytes > mostBytes)
    throw new CannotDraw('This file is too large to be drawn here. Download it to look at it.');
  // One process at a time: a hundred screenshots opened at once must not take the machine.
  const drawn = await inTurn('evidence.preview', () => draw(row));
  await writeFile(`${kept}.part`, drawn, { mode: 0o600 });
  await rename(`${kept}.part`, kept);
  return drawn;
}

async function draw(row: EvidenceObject): Promise<Buffer> {
  const local = await localOriginal(row);
  if (local) return drawRaster(local);
  const fetched = readingFolder().fetched(row.id);
  try {
    await pipeline(await openOriginal(row.id), createWriteStream(fetched, { mode: 0o600 }));
    return await drawRaster(fetched);
  } finally {
    await rm(fetched, { force: true });
  }
}

async function drawRaster(path: string): Promise<Buffer> {
  const file = await open(path);
  const head = await readWindow(file, 0, 16).finally(() => file.close());
  if (!rasterFormat(head)) throw new CannotDraw('Only PNG, JPEG, WebP and GIF are shown. Download it to look at it.');
  return drawAnew(path);
}
