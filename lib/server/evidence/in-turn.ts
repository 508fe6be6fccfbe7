import 'server-only';
import { perProcess } from '../kernel/per-process';

/** Runs one after the other what has the same name, in the order of asking; a failure does not hold up the next. */
export function inTurn<T>(name: string, act: () => Promise<T>): Promise<T> {
  const lines = perProcess('in-turn', () => new Map<string, Promise<unknown>>());
  const done = (lines.get(name) ?? Promise.resolve()).then(act, act);
  lines.set(
    name,
    done.catch(() => {}),
  );
  return done;
}
