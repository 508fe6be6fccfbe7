import type { BadgeLook } from './badge';

/** How loud the n-th of an ordered list is, the first being the worst. Not in the list: quiet. */
export function rankLook(ladder: readonly string[], step: string): BadgeLook {
  const rank = ladder.indexOf(step);
  if (rank === 0) return 'loud';
  return rank === 1 ? 'warm' : 'quiet';
}
