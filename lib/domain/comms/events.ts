import type { ChannelAudience, CommsPhase, Destination, Language, ReminderStage } from '../catalogue/comms-guide';
import type { ComponentStatus } from '../health/health';
import type { ActorRef, Fact } from '../kernel/event';

/** One channel's text as it leaves. */
export interface SentText {
  channel: string;
  /** The channel's name and audience when it was sent. */
  name: string;
  audience: ChannelAudience;
  subject: string | null;
  body: string;
  /** Where the queue takes it; empty for what is posted by hand. */
  destinations: Destination[];
  /** Stands only where destinations were taken out, on the public side; else they say it. */
  byHand?: boolean;
}

/** Rule M14: true when nothing is connected, so that a person has to post the text. */
export function isByHand({ byHand, destinations }: Pick<SentText, 'byHand' | 'destinations'>): boolean {
  return byHand ?? destinations.length === 0;
}

/** One comms update: the same true thing for every channel. */
export interface CommsUpdate {
  updateId: string;
  phase: CommsPhase;
  language: Language;
  /** The incident's name in public; never its internal title. */
  headline: string;
  texts: SentText[];
  /** What users do, by function, as the matrix had it. */
  components: Record<string, ComponentStatus>;
  /** When the platform was last looked at for that (ISO UTC), and by how many probes that answered. */
  checked?: { at: string; probes: number } | null;
  /** By when the next one is promised; null with the last one. */
  nextUpdateAt: string | null;
  /** What the record contradicts and was said all the same, with the reason. */
  overridden: { codes: string[]; reason: string } | null;
}

/** The promise that an update keeps or is too late for. */
export interface PromiseKept {
  dueAt: string;
  isLate: boolean;
}

/** How one delivery stands, as the record is told. `failing` will be tried again. */
export type DeliveryOutcome = 'sent' | 'failing' | 'uncertain' | 'given_up';

/** How a reminder reaches somebody beside the screen. */
export type ReminderWay = 'mail' | 'slack';

/** Somebody is told that an update is overdue. */
export interface Reminder {
  stage: ReminderStage;
  /** The promise that was not kept, ISO UTC. */
  dueAt: string;
  /** Who; `id` is null for somebody whom the console knows by name only. */
  to: { id: string | null; name: string };
  /** How it is tried; none for the screen alone. */
  ways: ReminderWay[];
}

export type CommsEvent =
  | Fact<'comms.review_asked', CommsUpdate>
  | Fact<
      'comms.update_sent',
      CommsUpdate & {
        /** Nothing leaves before: until then it can be taken back. */
        leavesAt: string;
        promise: PromiseKept | null;
        /** Who wrote it when somebody else let it go; `isAlone` when nobody else was there. */
        review: { askedBy: ActorRef; isAlone: boolean } | null;
      }
    >
  | Fact<'comms.update_withdrawn', { updateId: string; was: 'review' | 'leaving' }>
  | Fact<'comms.text_posted', { updateId: string; channel: string; name: string }>
  | Fact<'comms.posting_taken_back', { updateId: string; channel: string; name: string }>
  | Fact<'comms.promise_snoozed', { from: string; until: string; reason: string }>
  | Fact<
      'comms.delivery_recorded',
      {
        updateId: string;
        channel: string;
        destination: Destination | 'subscribers';
        outcome: DeliveryOutcome;
        /** In words for people: what the receiver said, or how many got it. */
        detail: string | null;
      }
    >
  | Fact<'comms.delivery_retried', { updateId: string; channel: string; destination: Destination | 'subscribers' }>
  | Fact<'comms.delivery_given_up', { updateId: string; channel: string; destination: Destination | 'subscribers' }>
  | Fact<'comms.reminder_sent', Reminder>
  | Fact<'comms.reminder_failed', Pick<Reminder, 'stage' | 'dueAt'> & { way: ReminderWay; detail: string }>
  | Fact<'comms.link_made', { linkId: string; label: string; expiresAt: string }>
  | Fact<'comms.link_revoked', { linkId: string }>;
