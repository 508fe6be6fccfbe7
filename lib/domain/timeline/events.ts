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
      }
    >;

/**
 * Stands where a fact is that its reader may not see, so that `seq` stays gapless for whoever folds. Rule A11: it is made
 * for reading and never recorded, so no `decide` can answer with it.
 */
export type Withheld = Fact<'timeline.withheld', Record<string, never>>;
