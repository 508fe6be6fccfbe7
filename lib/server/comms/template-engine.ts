import 'server-only';
import { Liquid, type Template } from 'liquidjs';

const tags = new Set(['if', 'unless', 'case', 'for', 'assign', 'comment']);
const mostParsed = 20_000;
const mostRenderMs = 200;
/** In what the library counts: about a character, or an entry of a list, each. */
const mostMemory = 200_000;

const noFiles = {
  ...{ exists: async () => false, existsSync: () => false, contains: async () => false, containsSync: () => false },
  readFile: async (): Promise<string> => refuseFile(),
  readFileSync: (): string => refuseFile(),
  resolve: (_: string, file: string) => file,
};

function refuseFile(): never {
  throw new Error('a template reads no files');
}

/** Liquid with a few tags and filters only, no files, and no variable or filter that nobody knows. */
export const templateEngine = makeEngine();

function makeEngine(): Liquid {
  const engine = new Liquid({
    ...{ strictVariables: true, strictFilters: true, ownPropertyOnly: true, relativeReference: false, fs: noFiles },
    ...{ parseLimit: mostParsed, renderLimit: mostRenderMs, memoryLimit: mostMemory },
  });
  for (const name of Object.keys(engine.tags)) if (!tags.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) delete engine.filters[name];
  engine.registerFilter('sentences', (list: unknown) => wordsOf(list).join(' '));
  engine.registerFilter('list', (list: unknown) =>
    wordsOf(list)
      .map((line) => `- ${line}`)
      .join('\n'),
  );
  engine.registerFilter('upcase', (text: unknown) => String(text ?? '').toUpperCase());
  return engine;
}

function wordsOf(list: unknown): string[] {
  if (!Array.isArray(list)) throw new Error('expected a list before this filter');
  return list.map(String);
}

/** By text: templates are few, and each is rendered many times. */
const parsed = new Map<string, Template[]>();
const mostRemembered = 500;

/** The text with its variables filled in, without the blank lines that tags leave. Throws what is wrong with it. */
export function renderTemplate(text: string, variables: object): string {
  const template = parsed.get(text) ?? templateEngine.parse(text);
  if (parsed.size >= mostRemembered) parsed.clear();
  parsed.set(text, template);
  const out = String(templateEngine.renderSync(template, variables));
  return out
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
