import { checkNames } from './check-names';
import { checkPhase } from './check-phase';
import { checkMentions, checkStatus } from './check-status';
import { checkTimes } from './check-times';
import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';

/** Rule M10: everything an update says that the record does not bear out, each once. The browser asks while somebody types; `decide` asks again. */
export function findContradictions(update: SaidUpdate, facts: KnownFacts): Contradiction[] {
  const found = [checkPhase, checkMentions, checkStatus, checkTimes, checkNames].flatMap((check) =>
    check(update, facts),
  );
  const seen = new Set<string>();
  return found.filter(({ channel, words }) => {
    const key = `${channel}\n${words}`;
    return !seen.has(key) && seen.add(key);
  });
}
