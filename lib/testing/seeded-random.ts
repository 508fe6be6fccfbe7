/** Chances that are the same for the same seed, so that a run that failed can be run again. */
export interface SeededRandom {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** True this often, from 0 to 1. */
  happens(share: number): boolean;
  /** One of them; throws when there is none. */
  pick<T>(choices: readonly T[]): T;
}

/** Mulberry32: small, and good enough to shuffle what people do. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    happens: (share) => next() < share,
    pick: (choices) => {
      const chosen = choices[Math.floor(next() * choices.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
  };
}
