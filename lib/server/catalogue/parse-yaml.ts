import 'server-only';
import { type Document, isAlias, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type * as z from 'zod/mini';
import { describeIssue } from '@/lib/domain/catalogue/describe-issue';
import { mistakeLine } from './mistake-line';

const mostAliases = 20;
/** After so many the rest is usually a consequence. */
const mostMistakes = 50;
const mostSyntaxMistakes = 5;

export interface ParsedYaml<T> {
  value: T | null;
  mistakes: string[];
  /** The line (from 1) of the deepest node on the path that exists. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Parses YAML by its schema; each mistake names file, line, key and what was expected. `firstLine` is where the text starts. */
export function parseYaml<T>(name: string, text: string, schema: z.ZodMiniType<T>, firstLine = 1): ParsedYaml<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly (string | number)[]) => lineAt(offsetOf(document, path));
  const mistakes = [...syntaxMistakes(name, document, lineAt), ...aliasMistakes(name, document, lineAt)];
  if (mistakes.length > 0) return { value: null, mistakes, lineOf };
  const raw: unknown = document.toJS({ maxAliasCount: mostAliases });
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, mistakes: [], lineOf };
  // A key that nobody knows first: the one that is missing is often the same, misspelt.
  const issues = parsed.error.issues
    .toSorted((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))
    .flatMap((issue) => describeIssue(issue, raw))
    .slice(0, mostMistakes);
  return { value: null, mistakes: issues.map((i) => mistakeLine(name, lineOf(i.path), i.path, i.expected)), lineOf };
}

function syntaxMistakes(name: string, document: Document, lineAt: (offset: number) => number): string[] {
  return [...document.errors, ...document.warnings]
    .slice(0, mostSyntaxMistakes)
    .map((error) => mistakeLine(name, lineAt(error.pos[0]), [], explain(error)));
}

function explain({ code, message }: YAMLError): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'spaces for indentation, not a tab';
    case 'DUPLICATE_KEY':
      return 'a key that stands once';
    case 'MULTIPLE_DOCS':
      return 'one document, without a second ---';
    default:
      return `readable YAML: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`;
  }
}

/** An alias repeats what it points at: a few lines can stand for gigabytes. */
function aliasMistakes(name: string, document: Document, lineAt: (offset: number) => number): string[] {
  const mistakes: string[] = [];
  let count = 0;
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined;
    count += 1;
    const line = lineAt(node.range?.[0] ?? 0);
    if (!node.resolve(document)) {
      mistakes.push(mistakeLine(name, line, [], `an anchor &${node.source} before this alias`));
    }
    if (count <= mostAliases) return undefined;
    mistakes.push(mistakeLine(name, line, [], `at most ${mostAliases} aliases`));
    return visit.BREAK;
  });
  return mistakes;
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return 0;
}
