import 'server-only';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { languages } from '@/lib/domain/catalogue/comms-guide';
import { mistakeLine } from './mistake-line';

/** What may stand in each folder, and how that is said. */
const folders = {
  runbooks: { suits: /\.md$/, expected: 'a name that ends in .md' },
  comms: {
    suits: new RegExp(`^(words\\.(${languages.join('|')})\\.yaml|[^.]+\\.(${languages.join('|')})\\.md)$`),
    expected: `words.<language>.yaml or <id>.<language>.md, where a language is ${languages.join(' or ')}`,
  },
};
type FolderName = keyof typeof folders;

/** What editors, file managers and mounted volumes leave lying about; README.md is for people. */
const ignored = /^\.|~$|^#.*#$|^README\.md$/;

/** The files of each folder in order, and every file that nobody would read. */
export type Listing = Record<FolderName, string[]> & { mistakes: string[] };

/** Looks what is in the folder. A file under an unknown name is a mistake: its author thinks that it counts. */
export function listFiles(folder: string, known: readonly string[]): Listing {
  const entries = entriesOf(folder);
  if (!entries) return { runbooks: [], comms: [], mistakes: [mistakeLine(folder, 1, [], 'a folder that can be read')] };
  const names = entries.map(({ name }) => name);
  const choice = [...known, ...Object.keys(folders).map((name) => `${name}/`)].join(', ');
  const mistakes = names
    .filter((name) => !Object.hasOwn(folders, name) && !known.includes(name))
    .map((name) => mistakeLine(name, 1, [], `one of ${choice}; this is an unknown file`));
  const inside = (name: FolderName) => (names.includes(name) ? listInside(folder, name) : { files: [], mistakes: [] });
  const runbooks = inside('runbooks');
  const comms = inside('comms');
  return {
    runbooks: runbooks.files,
    comms: comms.files,
    mistakes: [...mistakes, ...runbooks.mistakes, ...comms.mistakes],
  };
}

function listInside(folder: string, inner: FolderName): { files: string[]; mistakes: string[] } {
  // Else the bundler takes every folder of that name along.
  const place = path.join(/* turbopackIgnore: true */ folder, inner);
  if (!isFolderInside(folder, place)) {
    return { files: [], mistakes: [mistakeLine(inner, 1, [], 'a folder inside the catalogue')] };
  }
  const { suits, expected } = folders[inner];
  const names = (entriesOf(place) ?? []).map(({ name }) => name).sort();
  return {
    files: names.filter((name) => suits.test(name)).map((name) => `${inner}/${name}`),
    mistakes: names
      .filter((name) => !suits.test(name))
      .map((name) => mistakeLine(`${inner}/${name}`, 1, [], `${expected}; this is an unknown file`)),
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
