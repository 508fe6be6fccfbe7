import 'server-only';
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

export interface WatchTimes {
  /** Quiet that must pass after the last change, since editors write in several steps. */
  debounceMs: number;
  /** How often the folder is compared by itself: network folders and swapped links send no word of a change. */
  lookEveryMs: number;
}

/** Calls `act` after something in the folder or its subfolders has changed. Answers what ends it; never throws. */
export function watchFolder(folder: string, { debounceMs, lookEveryMs }: WatchTimes, act: () => void): () => void {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let seen = fingerprint(folder);
  const settle = () => {
    seen = fingerprint(folder);
    arm();
    act();
  };
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, debounceMs);
    timer.unref();
  };
  const arm = () => {
    for (const watcher of watchers) watcher.close();
    watchers = foldersOf(folder).flatMap((place) => watchOne(place, touch));
  };
  const looking = setInterval(() => fingerprint(folder) !== seen && touch(), lookEveryMs);
  looking.unref();
  arm();
  return () => {
    clearInterval(looking);
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Without a watcher (too many on this machine, say) the comparison from time to time still finds the change. */
function watchOne(place: string, touch: () => void): FSWatcher[] {
  try {
    const watcher = watch(place, { persistent: false }, touch);
    return [watcher.on('error', () => watcher.close())];
  } catch {
    return [];
  }
}

function foldersOf(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true });
    return [folder, ...inside.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name))];
  } catch {
    return [folder];
  }
}

/** Names, sizes and times of all files: differs when one of them has changed. */
function fingerprint(folder: string): string {
  return foldersOf(folder).flatMap(filesOf).map(stampOf).join('\n');
}

function filesOf(place: string): string[] {
  try {
    return readdirSync(place).map((name) => path.join(place, name));
  } catch {
    return [];
  }
}

function stampOf(file: string): string {
  try {
    const { size, mtimeMs, ino } = statSync(file);
    return `${file} ${size} ${mtimeMs} ${ino}`;
  } catch {
    return file;
  }
}
