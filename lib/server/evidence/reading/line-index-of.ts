import 'server-only';
import { perProcess } from '../../kernel/per-process';
import { longDesk } from '../worker/worker-desk';
import { type LineIndex, loadLineIndex, saveLineIndex } from './line-index';
import type { Readable } from './reading-copy';
import { readingFolder } from './reading-folder';

/** The index of a file's lines; built when there is none, once however many ask. */
export async function lineIndexOf(id: string, reading: Readable): Promise<LineIndex> {
  const kept = await keptLineIndex(id, reading);
  if (kept) return kept;
  const building = perProcess('evidence-line-indexes', () => new Map<string, Promise<LineIndex>>());
  const underway = building.get(id);
  if (underway) return underway;
  const built = build(id, reading).finally(() => building.delete(id));
  building.set(id, built);
  return built;
}

/** The index when it is there already; null otherwise, and then it is being built for the next one who asks. */
export async function lineIndexIfReady(id: string, reading: Readable): Promise<LineIndex | null> {
  const kept = await keptLineIndex(id, reading);
  if (!kept) lineIndexOf(id, reading).catch(() => {});
  return kept;
}

async function build(id: string, reading: Readable): Promise<LineIndex> {
  const index = await longDesk().ask('index', { path: reading.path });
  await saveLineIndex(readingFolder().lines(id), index);
  return index;
}

// The ones that are being read, so that scrolling does not read them from disk for each screenful.
const mostKept = 20;

async function keptLineIndex(id: string, { sizeBytes }: Readable): Promise<LineIndex | null> {
  const kept = perProcess('evidence-kept-indexes', () => new Map<string, LineIndex>());
  const known = kept.get(id);
  if (known?.sizeBytes === sizeBytes) return known;
  const loaded = await loadLineIndex(readingFolder().lines(id), sizeBytes);
  if (!loaded) return null;
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(id, loaded);
  return loaded;
}
