import 'server-only';

/** True for an error of the operating system with one of these codes, such as ENOENT. */
export function isFileProblem(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
