/** What `npm run bench` was asked for. */
export interface BenchOptions {
  /** Names of rows; empty means all of them. */
  names: string[];
  /** Smaller numbers, for trying the bench itself. */
  isQuick: boolean;
  /** Also the minutes-long start of a fresh clone. */
  isFresh: boolean;
  /** The console's port; the four behind it are used too. */
  port: number;
}

const FIRST_PORT = 4500;

/** Reads the words behind `npm run bench --`. Throws one line for a word it does not know. */
export function readOptions(words: readonly string[], known: readonly string[]): BenchOptions {
  const flags = words.filter((word) => word.startsWith('--'));
  const names = words.filter((word) => !word.startsWith('--'));
  const strange = [
    ...flags.filter((flag) => flag !== '--quick' && flag !== '--fresh'),
    ...names.filter((name) => !known.includes(name)),
  ];
  if (strange.length > 0) {
    throw new Error(`"${strange.join(' ')}" is not understood. Rows: ${known.join(', ')}. Flags: --quick, --fresh.`);
  }
  const port = Number(process.env.BENCH_PORT ?? FIRST_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_531) throw new Error('BENCH_PORT: expected a port up to 65531');
  return { names, isQuick: flags.includes('--quick'), isFresh: flags.includes('--fresh'), port };
}
