import type { CommsPhase } from '../catalogue/comms-guide';
import type { ActorRef } from '../kernel/event';
import type { CommsUpdate, DeliveryOutcome, PromiseKept, Reminder, ReminderWay, SentText } from './events';

/** How one delivery stands; `queued` until something is told of it. Times are ISO UTC. */
export interface DeliveryState {
  outcome: DeliveryOutcome | 'queued';
  detail: string | null;
  at: string;
}

/** A channel that an update has a text for. */
export interface SentChannel extends Pick<SentText, 'channel' | 'name' | 'audience' | 'destinations'> {
  /** True when a person posts it. */
  byHand: boolean;
}

/** One update as the record remembers it; its texts stand in its event. */
export interface SentUpdate extends Pick<CommsUpdate, 'updateId' | 'headline' | 'nextUpdateAt' | 'overridden'> {
  phase: CommsPhase;
  by: ActorRef;
  at: string;
  /** Until then it can be taken back. */
  leavesAt: string;
  isWithdrawn: boolean;
  channels: SentChannel[];
  /** By channel: what a person posted, who and when (ISO UTC). */
  posted: Record<string, { by: ActorRef; at: string }>;
  /** By `deliveryKey`. */
  deliveries: Record<string, DeliveryState>;
  promise: PromiseKept | null;
}

/** An update that waits for a second person. */
export interface AskedReview extends CommsUpdate {
  askedBy: ActorRef;
  askedAt: string;
}

export interface FollowLinkState {
  linkId: string;
  label: string;
  by: ActorRef;
  at: string;
  expiresAt: string;
  revokedAt: string | null;
}

/** What was said of an incident, and what is owed. */
export interface CommsState {
  /** In the order they were sent. */
  updates: SentUpdate[];
  review: AskedReview | null;
  /** By channel: what stands there now. */
  lastTexts: Record<string, { subject: string | null; body: string }>;
  /** The same before the newest update, for when that one is taken back. */
  textsBefore: Record<string, { subject: string | null; body: string }>;
  /** The promise that was put off, and until when. */
  snoozed: { from: string; until: string; reason: string; by: ActorRef } | null;
  links: FollowLinkState[];
  /** The reminders of the newest promise that was overdue, in their order; `failed` are the ways that did not work. */
  reminders: (Reminder & { at: string; failed: ReminderWay[] })[];
}

/** Before anything was said. */
export const nothingSaid: CommsState = {
  ...{ updates: [], review: null, lastTexts: {}, textsBefore: {}, snoozed: null, links: [], reminders: [] },
};

/** One place that one channel's text goes to. */
export function deliveryKey(channel: string, destination: string): string {
  return `${channel}/${destination}`;
}

/** The newest update that was not taken back; null before the first. */
export function lastUpdate({ updates }: CommsState): SentUpdate | null {
  return updates.findLast(({ isWithdrawn }) => !isWithdrawn) ?? null;
}
