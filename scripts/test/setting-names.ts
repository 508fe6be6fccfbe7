import { readFileSync } from 'node:fs';
import path from 'node:path';

const DECLARED = /^ {2}([A-Z][A-Z0-9_]+): /gm;

/** The name of every environment variable that the console reads, as `lib/server/env.ts` declares them. */
export function settingNames(root: string): string[] {
  const source = readFileSync(path.join(root, 'lib', 'server', 'env.ts'), 'utf8');
  return [...new Set([...source.matchAll(DECLARED)].map(([, name = '']) => name))];
}

/** An environment without any of them: tests choose their own, whatever this shell or machine has set. */
export function withoutSettings(root: string): Record<string, undefined> {
  return Object.fromEntries(settingNames(root).map((name) => [name, undefined]));
}
