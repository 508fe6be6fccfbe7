import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it with exactly these rights; one that is there is left as it is. Step by step, because
 * Node's recursive way never ends in a place like /proc, where a new folder is not there once made.
 */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  mkdirSync(folder);
  // Not left to the umask.
  chmodSync(folder, mode);
}
