import 'server-only';

const firstMs = 2_000;
const longestMs = 300_000;

/** How long to wait after the n-th failed try, in milliseconds: doubling from 2 s to 5 min. `chance` from 0 to 1 spreads those that failed together. */
export function backOffMs(attempts: number, chance: number): number {
  const full = Math.min(firstMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 20), longestMs);
  return Math.round(full * (0.75 + 0.25 * chance));
}
