import { renameSync, statSync } from 'node:fs';
import path from 'node:path';

const LARGEST_BYTES = 10 * 1024 * 1024;

/** The log of one process in the data folder. One that has grown large is put aside first. */
export function logFile(dataDir: string, name: string): string {
  const file = path.join(dataDir, 'logs', `${name}.log`);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) renameSync(file, `${file}.1`);
  return file;
}
