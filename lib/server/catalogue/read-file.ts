import 'server-only';

/** One file of the catalogue after reading; `value` is null when it has mistakes. */
export interface ReadFile<T = unknown> {
  name: string;
  /** What is hashed; empty when the file could not be read. */
  bytes: Uint8Array;
  value: T | null;
  mistakes: string[];
  /** The line (from 1) of what stands at a path of keys. */
  lineOf(path: readonly (string | number)[]): number;
}

/** A file that could not be understood, and why. */
export function refusedFile(name: string, mistakes: string[]): ReadFile<never> {
  return { name, bytes: new Uint8Array(), value: null, mistakes, lineOf: () => 1 };
}
