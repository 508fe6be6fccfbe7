import type { PollResult } from './poll-result';
import type { TargetSnapshot } from './target-snapshot';

/** Rule H25: bad news that is new is asked for once more, a second later, before the page turns red. */
export function deservesRecheck(before: TargetSnapshot, poll: PollResult): boolean {
  if (!poll.ok) return before.status !== 'unknown';
  if (poll.reading.overall === 'down' && before.status !== 'down' && before.polledAt !== null) return true;
  return poll.reading.components.some(
    ({ key, status }) =>
      status === 'down' && before.components.some((component) => component.key === key && component.status !== 'down'),
  );
}
