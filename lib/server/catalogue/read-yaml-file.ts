import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';

const maxBytes = 1_000_000;

/** One parsed file; `value` is null when it has mistakes. */
export interface ReadFile<T = unknown> {
  name: string;
  value: T | null;
  mistakes: string[];
  document: Document | null;
  lines: LineCounter;
}

/** Parses one YAML file by its schema; each mistake names file, line, key and what was expected. */
export function readYamlFile<T>(folder: string, name: string, schema: z.ZodMiniType<T>): ReadFile<T> {
  const lines = new LineCounter();
  const fail = (mistakes: string[], document: Document | null = null) => ({
    name,
    value: null,
    mistakes,
    document,
    lines,
  });
  let text: string;
  try {
    text = readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return fail([`${name}:1: expected a readable file in ${folder}`]);
  }
  if (text.length > maxBytes) return fail([`${name}:1: expected at most ${maxBytes} bytes`]);
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      (error) => `${name}:${error.linePos?.[0].line ?? 1}: ${firstLine(error.message)}`,
    );
    return fail(mistakes, document);
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }));
  if (parsed.success) return { name, value: parsed.data, mistakes: [], document, lines };
  const file = { name, value: null, mistakes: [], document, lines };
  return fail(
    parsed.error.issues.map((issue) => {
      const keys = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
      return `${name}:${positionOf(file, keys)}: ${keys.join('.')}: ${issue.message}`;
    }),
    document,
  );
}

/** The line (from 1) of the deepest node on the path that exists. */
export function positionOf(file: ReadFile, keys: readonly (string | number)[]): number {
  for (let depth = keys.length; depth >= 0; depth -= 1) {
    const node = file.document?.getIn(keys.slice(0, depth), true);
    const range =
      node && typeof node === 'object' && 'range' in node ? (node.range as number[] | undefined) : undefined;
    if (range?.[0] !== undefined) return file.lines.linePos(range[0]).line;
  }
  return 1;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
