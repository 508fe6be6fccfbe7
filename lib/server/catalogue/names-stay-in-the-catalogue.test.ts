import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue';

const root = path.resolve(import.meta.dirname, '../../..');
/** Words that health answers of any platform use; a dictionary, not a platform. */
const dictionary = 'lib/domain/health/vocabulary/';

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .filter((name) => !name.startsWith('lib/testing/') && !name.startsWith(dictionary)),
);

/** A file without its comments and imports. */
function codeOf(name: string): string {
  const text = readFileSync(path.join(root, name), 'utf8');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/^import [\s\S]*?;$/gm, '');
}

it.each(['catalog', 'e2e/fixtures/catalogues/shop'])('no name from %s stands in the code', (folder) => {
  const loaded = loadCatalogue(path.join(root, folder));
  if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
  const { platform, targets, services, severities, failureClasses, checklists, runbooks } = loaded.catalogue;
  const { bookmarks, evidence } = loaded.catalogue;
  const lists = [targets, services, severities, failureClasses, checklists, runbooks, bookmarks];
  const ids = [...lists, evidence.recipes].flat().map(({ id }) => id);
  // One short or plain word may be anybody's, such as "api"; it counts where it stands in quotes by itself.
  const isPlain = (id: string) => /^[a-z]+$|^..$/.test(id);
  const names = [
    platform,
    ...ids.map((id) => (isPlain(id) ? `'${id}'` : id)),
    ...[...targets, ...services].map(({ name }) => name).filter((name) => name.length > 5),
  ];
  const places = sources.flatMap((name) => {
    const code = codeOf(name);
    return names.filter((one) => code.includes(one)).map((one) => `${name}: ${one}`);
  });
  expect(sources.length).toBeGreaterThan(200);
  expect(places).toEqual([]);
});
