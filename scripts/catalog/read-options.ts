import { parseArgs } from 'node:util';

export const usage = 'npm run catalog:check [-- --folder DIR]';

export interface CheckOptions {
  /** Relative to the project's root, or absolute. */
  folder: string;
}

/** Reads the command line of `npm run catalog:check`. */
export function readOptions(
  words: string[],
  usualFolder: string,
): { ok: true; options: CheckOptions } | { ok: false; problem: string } {
  try {
    const { values } = parseArgs({ args: words, options: { folder: { type: 'string', default: usualFolder } } });
    return { ok: true, options: values };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
