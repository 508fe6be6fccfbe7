import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Reads a command line. Throws one line with the usage when a word is unknown, or files are too many or too few. */
export function readWords<const T extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  options: T,
  { files, usage }: { files: number; usage: string },
) {
  try {
    const read = parseArgs({ args: words, options, allowPositionals: true });
    if (read.positionals.length === files) return read;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  throw new Error(usage);
}
