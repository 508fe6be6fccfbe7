/** True when no source confirms this path of a row, or anything it is part of: `down.users` by `down`. */
export function isAssumed(assumed: readonly string[], path: string): boolean {
  return assumed.some((known) => path === known || path.startsWith(`${known}.`));
}
