import { accessSync, chmodSync, constants, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../files/make-folder';
import { isRoot } from '../postgres/runner';

const LEAST_FREE_BYTES = 300 * 1024 * 1024;

/** Root's PostgreSQL runs as another user, who has to get through to its own folder but need not look around. */
function letThrough(folder: string): void {
  const { mode, uid } = statSync(folder);
  if (uid === 0) chmodSync(folder, (mode & 0o777) | 0o011);
}

/** Makes the folder that holds everything the console keeps. Throws one line when it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(path.join(folder, 'logs'), 0o700);
    if (isRoot()) letThrough(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    accessSync(path.join(folder, 'logs'), constants.W_OK);
  } catch {
    throw new Error(`The data folder ${folder} cannot be used by this user. Start as its owner, or set DATA_DIR.`);
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= LEAST_FREE_BYTES) return;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new Error(
    `Only ${free} MB are free for the data folder ${folder}; 300 MB are needed. Free some, or set DATA_DIR.`,
  );
}
