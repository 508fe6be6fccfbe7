import type { ShownEvent } from '@/lib/client/store/use-record';

/** What became of an entry after it was written. */
export interface Entry {
  /** Stays the same while an entry becomes confirmed, so that it is not spoken twice. */
  key: string;
  event: ShownEvent;
  /** The latest correction of its text. */
  correction: ShownEvent | null;
  annotations: ShownEvent[];
  isPinned: boolean;
  /** True for facts about another entry, which stand there: a row of their own only when everything is shown. */
  isAside: boolean;
}

/** True when both would be shown alike. */
export function isSameEntry(a: Entry, b: Entry): boolean {
  return (
    a.event === b.event &&
    a.key === b.key &&
    a.correction === b.correction &&
    a.isPinned === b.isPinned &&
    a.isAside === b.isAside &&
    a.annotations.length === b.annotations.length &&
    a.annotations.every((annotation, index) => annotation === b.annotations[index])
  );
}

/** The words of an entry as they hold now: the corrected ones, where somebody corrected them. */
export function textOf({ event, correction }: Entry): string | null {
  if (correction?.type === 'timeline.entry_corrected') return correction.data.text;
  return event.type === 'timeline.note_added' ? event.data.text : null;
}
