import { parseArgs } from 'node:util';
import type { DriftQuestion } from './check-drift';

export const usage =
  'npm run catalog:check [-- --folder DIR] [--against HEALTH-URL] [--rules FILE|DIR|PROMETHEUS-URL] [--source DIR] [--bookmarks]';

export interface CheckOptions extends DriftQuestion {
  /** Relative to the project's root, or absolute. */
  folder: string;
}

/** Reads the command line of `npm run catalog:check`. */
export function readOptions(
  words: string[],
  usualFolder: string,
): { ok: true; options: CheckOptions } | { ok: false; problem: string } {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        folder: { type: 'string', default: usualFolder },
        against: { type: 'string' },
        rules: { type: 'string' },
        source: { type: 'string' },
        bookmarks: { type: 'boolean', default: false },
      },
    });
    return { ok: true, options: values };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** True when the command was asked to look further than the catalogue's own files. */
export function looksFurther({ against, rules, source, bookmarks }: CheckOptions): boolean {
  return bookmarks || [against, rules, source].some((place) => place !== undefined);
}
