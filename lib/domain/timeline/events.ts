import type { ComponentStatus } from '../health/health';
import type { Fact } from '../kernel/event';

/** What somebody means by an entry; an action becomes an action item of the postmortem. */
export const noteKinds = ['note', 'decision', 'finding', 'hypothesis', 'action'] as const;
export type NoteKind = (typeof noteKinds)[number];

export type TimelineEvent =
  | Fact<'timeline.note_added', { text: string; kind?: NoteKind | undefined }>
  | Fact<'timeline.entry_corrected', { seq: number; text: string }>
  | Fact<'timeline.entry_annotated', { seq: number; text: string }>
  | Fact<'timeline.entry_pinned', { seq: number }>
  | Fact<'timeline.entry_unpinned', { seq: number }>
  | Fact<
      'timeline.service_changed',
      {
        serviceId: string;
        name: string;
        from: ComponentStatus;
        to: ComponentStatus;
        users: string;
        instances: string[];
        /** What a target itself says of it. */
        message?: string | undefined;
      }
    >
  | Fact<'timeline.sight_lost', SightLost>
  | Fact<'timeline.sight_regained', { services: NamedService[]; unknownFrom: string }>
  | Fact<'timeline.watch_gap', WatchGap>;

export interface NamedService {
  serviceId: string;
  name: string;
}

/** Nothing is known of these services any more. Times are ISO UTC. */
export interface SightLost {
  services: NamedService[];
  /** When something was last known of them. */
  lastAnswerAt: string | null;
  /** Which targets are silent, and what asking them came to. */
  why: string;
}

/** The console itself did not watch the platform. Times are ISO UTC. */
export interface WatchGap {
  from: string;
  to: string;
  /** What is different since; when it changed in between, nobody knows. */
  changes: (NamedService & { from: ComponentStatus; to: ComponentStatus })[];
}

/**
 * Stands where a fact is that its reader may not see, so that `seq` stays gapless for whoever folds. Rule A11: it is made
 * for reading and never recorded, so no `decide` can answer with it.
 */
export type Withheld = Fact<'timeline.withheld', Record<string, never>>;
