import 'server-only';
import path from 'node:path';
import type { Runbook } from '@/lib/domain/catalogue/runbook';
import { runbookFrontMatter } from '@/lib/domain/catalogue/schemas';
import { findParserBurden } from './find-parser-burden';
import { mistakeLine } from './mistake-line';
import { type ReadFile, refusedFile } from './read-file';
import { readFrontMatter } from './read-front-matter';
import { type RunbookBody, readRunbookBody } from './read-runbook-body';
import { readTextFile } from './read-text-file';

const mostBytes = 50_000;
/** Parsing takes a while: a reload does it again only for what has changed. By name and text. */
const remembered = new Map<string, ReadFile<Runbook>>();
const mostRemembered = 100;

/** Reads `runbooks/<id>.md`: front matter by its schema, then the Markdown below it. */
export function readRunbook(folder: string, name: string): ReadFile<Runbook> {
  const reading = readTextFile(folder, name, mostBytes);
  if (!reading.ok) return refusedFile(name, reading.mistakes);
  const key = `${name}\0${reading.text}`;
  const file = remembered.get(key) ?? parseRunbook(name, reading);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, file);
  return file;
}

function parseRunbook(name: string, reading: { text: string; bytes: Uint8Array }): ReadFile<Runbook> {
  const yaml = readFrontMatter(name, reading.text, runbookFrontMatter);
  if (!yaml.value) return refusedFile(name, yaml.mistakes);
  const { source, inferredParts, ...front } = yaml.value;
  const id = path.posix.basename(name, '.md');
  const { body, below } = yaml;
  const burden = findParserBurden(body);
  if (burden) return refusedFile(name, [mistakeLine(name, burden.line + below, [], burden.expected)]);
  const found = readRunbookBody(id, body);
  const parts = inferredParts.map((title) => found.headings.find((heading) => heading.title === title)?.id);
  const lineOf = lineFinder(found, below, yaml.lineOf);
  const mistakes = [
    ...(front.id === id ? [] : [mistakeLine(name, yaml.lineOf(['id']), ['id'], `${id}, as the file is called`)]),
    ...parts.flatMap((part, index) => (part === undefined ? [unknownPart(name, lineOf, index, found)] : [])),
    ...found.mistakes.map(({ value, line }) => mistakeLine(name, line + below, [], value)),
  ];
  if (found.body.trim() === '') mistakes.push(mistakeLine(name, below + 1, [], 'text below the front matter'));
  const runbook: Runbook = {
    ...front,
    body: found.body,
    items: found.items.map(({ value }) => value),
    headings: found.headings,
    links: found.links.map(({ value }) => value),
    inferred: source === 'inferred' || parts.length > 0,
    inferredParts: parts.filter((part) => part !== undefined),
  };
  return { name, bytes: reading.bytes, value: mistakes.length > 0 ? null : runbook, mistakes, lineOf };
}

function unknownPart(name: string, lineOf: ReadFile['lineOf'], index: number, { headings }: RunbookBody): string {
  const at = ['inferredParts', index];
  return mistakeLine(name, lineOf(at), at, `one of the headings: ${headings.map(({ title }) => title).join(', ')}`);
}

/** Steps and links have lines of their own; the rest stands in the front matter. */
function lineFinder(found: RunbookBody, below: number, inFrontMatter: ReadFile['lineOf']): ReadFile['lineOf'] {
  return (keys) => {
    const [list, index] = keys;
    const rows = list === 'items' ? found.items : list === 'links' ? found.links : [];
    const row = typeof index === 'number' ? rows[index] : undefined;
    return row ? row.line + below : inFrontMatter(keys);
  };
}
