import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'public', 'prisma/schema'];
const FILES =
  /^(next\.config\.\w+|postcss\.config\.\w+|tsconfig\.json|package-lock\.json|proxy\.ts|instrumentation(-\w+)?\.ts)$/;
const NOT_BUILT = /(\.test\.tsx?$)|(^lib\/testing\/)/;

function filesUnder(root: string, folder: string): string[] {
  if (!statSync(path.join(root, folder), { throwIfNoEntry: false })) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

function hashFiles(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const content = readFileSync(path.join(root, file));
    // Name and length keep two files from passing for one.
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Changes whenever a build of the console would come out differently. Tests do not count. */
export function sourceHash(root: string): string {
  const single = readdirSync(root).filter((name) => FILES.test(name));
  const inFolders = FOLDERS.flatMap((folder) => filesUnder(root, folder));
  return hashFiles(root, [...single, ...inFolders.filter((file) => !NOT_BUILT.test(file))]);
}

/** Changes whenever the database client has to be generated anew. */
export function schemaHash(root: string): string {
  return hashFiles(root, [...filesUnder(root, 'prisma/schema'), 'package-lock.json']);
}
