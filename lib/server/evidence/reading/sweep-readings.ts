import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readingFolder } from './reading-folder';

const unreadDays = 7;

/** Takes away the copies and indexes that nobody has read for a week: they are made again when somebody does. */
export async function sweepReadings(at: Date): Promise<void> {
  const { folder } = readingFolder();
  const before = at.getTime() - unreadDays * 86_400_000;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && found.mtimeMs < before) await rm(file, { force: true });
  }
}
