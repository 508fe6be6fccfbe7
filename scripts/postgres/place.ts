import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../files/make-folder';
import { copyNative, findNative, makeLinks, type Native } from './native-folder';
import { canReach, chooseRunner, isRoot, type Runner } from './runner';

/** Where PostgreSQL lives and as whom it runs. */
export interface Place {
  /** Belongs to the one PostgreSQL runs as. */
  folder: string;
  /** The cluster itself, inside `folder`. */
  cluster: string;
  /** The folder with `bin` and `lib`. */
  native: string;
  runner: Runner | undefined;
  /** True when the files had to go outside the data folder. */
  isElsewhere: boolean;
}

const clusterIn = (folder: string): string => path.join(folder, 'cluster');
const hasCluster = (folder: string): boolean => existsSync(path.join(clusterIn(folder), 'PG_VERSION'));

function give(folder: string, runner: Runner): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, runner.uid, runner.gid);
}

function move(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(from, to);
  } catch {
    // Another file system. Only cp keeps the owners.
    execFileSync('cp', ['-a', from, to]);
    rmSync(from, { recursive: true, force: true });
  }
}

function asOrdinaryUser(near: string, native: Native): Place {
  mkdirSync(near, { recursive: true, mode: 0o700 });
  const isComplete = makeLinks(native.folder);
  const folder = isComplete ? native.folder : copyNative(native, path.dirname(near));
  return { folder: near, cluster: clusterIn(near), native: folder, runner: undefined, isElsewhere: false };
}

function elsewhere(near: string, native: Native, base: string): Place {
  const folder = path.join(base, 'postgres');
  makeFolder(base, 0o755);
  const runner = chooseRunner(hasCluster(folder) ? folder : near);
  if (!hasCluster(folder) && hasCluster(near)) move(near, folder);
  give(folder, runner);
  const isNear = makeLinks(native.folder) && canReach(runner, folder, native.folder);
  const reachable = isNear ? native.folder : copyNative(native, base);
  return { folder, cluster: clusterIn(folder), native: reachable, runner, isElsewhere: true };
}

function baseElsewhere(dataFolder: string): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return path.join('/var/lib/incident-console', name);
}

/**
 * Chooses where the cluster of a data folder lives. Root's PostgreSQL runs as another user, to whom a clone under a
 * closed home folder is out of reach; its files then live in
 * `base`.
 */
export function choosePlace(dataFolder: string, base = baseElsewhere(dataFolder)): Place {
  const native = findNative();
  const near = path.join(dataFolder, 'postgres');
  if (!isRoot()) return asOrdinaryUser(near, native);
  if (hasCluster(path.join(base, 'postgres'))) return elsewhere(near, native, base);
  const runner = chooseRunner(near);
  give(near, runner);
  if (makeLinks(native.folder) && canReach(runner, near, native.folder)) {
    return { folder: near, cluster: clusterIn(near), native: native.folder, runner, isElsewhere: false };
  }
  return elsewhere(near, native, base);
}
