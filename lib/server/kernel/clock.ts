import 'server-only';

/** The server's clock; tests put their own in its place. */
export interface Clock {
  now(): Date;
}

let current: Clock = { now: () => new Date() };

/** The time by the server's clock. */
export function now(): Date {
  return current.now();
}

/** For tests: makes `now()` answer from `clock` until the returned function is called. */
export function replaceClock(clock: Clock): () => void {
  const before = current;
  current = clock;
  return () => {
    current = before;
  };
}
