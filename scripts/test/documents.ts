import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, withoutProblems } from './check';

const LINK = /\]\(([^)\s]+)\)/g;
const QUOTED = /`([^`\n]+)`/g;
const COMMAND = /\bnpm run ([\w:-]+)/g;
const OUTSIDE = /^([a-z]+:|#|\/)/;
/** Made by commands; a fresh clone does not have them. */
const MADE = /^(\.data|\.next|generated|node_modules|test-results)\b/;

/** Every Markdown file that people read, relative to the root. */
function documentsOf(root: string): string[] {
  const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name));
  return ['README.md', 'lib/domain/RULES.md', ...inDocs.sort()];
}

/** The part of a path before its first pattern: `e2e/fakes/*` is there when `e2e/fakes` is. */
function fixedPart(place: string): string {
  const segments = place.split('/');
  const pattern = segments.findIndex((segment) => /[*{<…]/.test(segment));
  return (pattern < 0 ? segments : segments.slice(0, pattern)).join('/');
}

/** Whether quoted words mean a file of this project rather than a media type, a package or a route. */
function isPlace(root: string, words: string): boolean {
  if (!/^[\w.@()[\]-]+(\/[\w.@()[\]*{},<>…-]*)+$/.test(words) || MADE.test(words)) return false;
  return existsSync(path.join(root, words.split('/')[0] ?? ''));
}

/** What one document names that is not there. */
export function missingIn(root: string, document: string, text: string, commands: readonly string[]): string[] {
  const folder = path.dirname(document);
  const links = [...text.matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !OUTSIDE.test(target))
    .map((target) => path.join(folder, target.split('#')[0] ?? ''));
  const quoted = [...text.matchAll(QUOTED)].map(([, words = '']) => words).filter((words) => isPlace(root, words));
  const places = [...links, ...quoted].filter((place) => !existsSync(path.join(root, fixedPart(place))));
  const unknown = [...text.matchAll(COMMAND)]
    .map(([, name = '']) => name)
    .filter((name) => !commands.includes(name))
    .map((name) => `npm run ${name}`);
  return [...new Set([...places, ...unknown])].map((what) => `${document}: ${what} does not exist`);
}

/** Documents must not name files and commands that are gone. */
export const documentsCheck = (root: string): Check => ({
  title: 'Files and commands that documents name',
  run: async () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
    const problems = documentsOf(root).flatMap((document) =>
      missingIn(root, document, readFileSync(path.join(root, document), 'utf8'), Object.keys(scripts)),
    );
    return withoutProblems(problems);
  },
});
