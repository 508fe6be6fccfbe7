import path from 'node:path';
import { checkFolder } from './catalog/check-folder';
import { readOptions, usage } from './catalog/read-options';

const root = path.resolve(import.meta.dirname, '..');

/** `npm run catalog:check`: 0 for a sound catalogue, 1 with each mistake on a line, 2 when it was asked wrongly. */
const reading = readOptions(process.argv.slice(2), process.env.CATALOG_DIR ?? 'catalog');
if (reading.ok) {
  const { isSound, lines } = checkFolder(path.resolve(root, reading.options.folder));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = isSound ? 0 : 1;
} else {
  process.stderr.write(`${reading.problem}\n${usage}\n`);
  process.exitCode = 2;
}
