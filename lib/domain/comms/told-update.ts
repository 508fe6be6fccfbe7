import { type CommsState, deliveryKey, lastUpdate, type SentChannel, type SentUpdate } from './comms';

/**
 * Rule M15: since when (ISO UTC) the update has really been told: one connected channel took it, or a person posted it.
 * In public, where it has a text for the public. Null for one that only waits for posting, that every place refused, or
 * that was taken back.
 */
export function toldAt(update: SentUpdate): string | null {
  if (update.isWithdrawn) return null;
  const open = update.channels.filter(({ audience }) => audience === 'public');
  const times = (open.length > 0 ? open : update.channels).flatMap((channel) => reachedAt(update, channel) ?? []);
  return times.sort()[0] ?? null;
}

/** What is on its way counts as told until a place says otherwise. Readers who follow are not told of deliveries. */
function reachedAt({ at, posted, deliveries }: SentUpdate, { channel, byHand }: SentChannel): string | null {
  if (byHand) return posted[channel]?.at ?? null;
  const outcomes = Object.entries(deliveries).filter(([key]) => key.startsWith(deliveryKey(channel, '')));
  const isReached = outcomes.some(([, { outcome }]) => outcome === 'sent' || outcome === 'queued');
  return outcomes.length === 0 || isReached ? at : null;
}

/** The newest update that was really told; null before that. */
export function lastTold({ updates }: CommsState): SentUpdate | null {
  return updates.findLast((update) => toldAt(update) !== null) ?? null;
}

/** Rule M14: the texts of an update that nobody has posted yet. */
export function unposted({ isWithdrawn, channels, posted }: SentUpdate): SentChannel[] {
  return isWithdrawn ? [] : channels.filter(({ channel, byHand }) => byHand && !posted[channel]);
}

/** What is still to be posted: of the newest update only, since it takes the place of those before. */
export function textsToPost(comms: CommsState): SentChannel[] {
  const last = lastUpdate(comms);
  return last ? unposted(last) : [];
}

/** Rule M8: true when the update kept a promise too late, or was told too late. */
export function isLate(update: SentUpdate): boolean {
  const { promise } = update;
  if (!promise) return false;
  const at = toldAt(update);
  return promise.isLate || (at !== null && at > promise.dueAt);
}
