import type { IncidentState } from '../incident/incident';
import type { Rejection } from '../kernel/rejection';
import type { CommsUpdate, SentText } from './events';

const farthestMs = 48 * 3_600_000;

/** Rule M13: nothing of a private incident goes where others read it. */
export function privateRefusal({ visibleTo }: IncidentState, texts: readonly SentText[]): Rejection | null {
  const channels = texts.filter(({ audience }) => audience !== 'leads').map(({ name }) => name);
  return visibleTo !== null && channels.length > 0 ? { code: 'private_stays_inside', channels } : null;
}

/** Rule M8: a promise is for later than now, and the last word makes none; also when the update waited for a second person. */
export function promiseRefusal(
  { phase, nextUpdateAt }: Pick<CommsUpdate, 'phase' | 'nextUpdateAt'>,
  now: string,
): Rejection | null {
  if (nextUpdateAt === null) return null;
  if (phase === 'resolved') return { code: 'last_word_promises', nextUpdateAt };
  const isOff = nextUpdateAt <= now || Date.parse(nextUpdateAt) - Date.parse(now) > farthestMs;
  return isOff ? { code: 'next_update_out_of_range', nextUpdateAt, now } : null;
}
