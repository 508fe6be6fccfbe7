import 'server-only';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { mistakeLine } from './mistake-line';

const runbooksFolder = 'runbooks';
/** What editors, file managers and mounted volumes leave lying about; README.md is for people. */
const ignored = /^\.|~$|^#.*#$|^README\.md$/;

/** The runbooks of the folder in order, and every file that nobody would read. */
export interface Listing {
  runbooks: string[];
  mistakes: string[];
}

/** Looks what is in the folder. A file under an unknown name is a mistake: its author thinks that it counts. */
export function listFiles(folder: string, known: readonly string[]): Listing {
  const entries = entriesOf(folder);
  if (!entries) return { runbooks: [], mistakes: [mistakeLine(folder, 1, [], 'a folder that can be read')] };
  const mistakes = entries
    .map(({ name }) => name)
    .filter((name) => name !== runbooksFolder && !known.includes(name))
    .map((name) => mistakeLine(name, 1, [], `one of ${known.join(', ')}, ${runbooksFolder}/; this is an unknown file`));
  if (!entries.some(({ name }) => name === runbooksFolder)) return { runbooks: [], mistakes };
  const inside = listRunbooks(folder);
  return { runbooks: inside.runbooks, mistakes: [...mistakes, ...inside.mistakes] };
}

function listRunbooks(folder: string): Listing {
  // Else the bundler takes every folder of that name along.
  const place = path.join(/* turbopackIgnore: true */ folder, runbooksFolder);
  if (!isFolderInside(folder, place)) {
    return { runbooks: [], mistakes: [mistakeLine(runbooksFolder, 1, [], 'a folder inside the catalogue')] };
  }
  const names = (entriesOf(place) ?? []).map(({ name }) => name).sort();
  const isRunbook = (name: string) => name.endsWith('.md');
  return {
    runbooks: names.filter(isRunbook).map((name) => `${runbooksFolder}/${name}`),
    mistakes: names
      .filter((name) => !isRunbook(name))
      .map((name) =>
        mistakeLine(`${runbooksFolder}/${name}`, 1, [], 'a name that ends in .md; this is an unknown file'),
      ),
  };
}

function isFolderInside(folder: string, place: string): boolean {
  try {
    return realpathSync(place).startsWith(realpathSync(folder) + path.sep) && statSync(place).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !ignored.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}
