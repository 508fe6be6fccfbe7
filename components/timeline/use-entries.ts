'use client';

import { useDeferredValue, useEffect, useMemo, useState, useTransition } from 'react';
import type { ShownEvent } from '@/lib/client/store/use-record';
import type { Entry } from './entry';
import { countByFilter, type FilterName, isFound, isShown } from './entry-filters';
import { readEntries } from './read-entries';
import type { TimelineView } from './timeline-view';

interface Entries {
  /** All that are loaded. */
  all: Entry[];
  /** Those that the view asks for. */
  shown: Entry[];
  counts: Record<FilterName, number>;
}

/** The older rows come in between frames: a thousand of them at once must not hold up a tick. */
function useShownFrom(firstSeq: number): number {
  const [shownFrom, setShownFrom] = useState(firstSeq);
  const [, start] = useTransition();
  useEffect(() => start(() => setShownFrom(firstSeq)), [firstSeq]);
  return shownFrom;
}

/** The log as entries, under the filter and the words of the view. */
export function useEntries(
  newest: readonly ShownEvent[],
  pins: readonly number[],
  view: TimelineView,
  personId: string,
): Entries {
  // What was clicked elsewhere on the record is painted first; its row follows, however long the timeline is.
  const events = useDeferredValue(newest);
  const shownFrom = useShownFrom(events[0]?.seq ?? 1);
  const find = useDeferredValue(view.find.trim().toLowerCase());
  const all = useMemo(() => readEntries(events, pins), [events, pins]);
  const shown = useMemo(
    () =>
      all.filter(
        (entry) => entry.event.seq >= shownFrom && isShown(view.show, entry, personId) && isFound(find, entry),
      ),
    [all, shownFrom, view.show, find, personId],
  );
  // Counting can wait until the row that was ticked is on the screen.
  const counted = useDeferredValue(all);
  const counts = useMemo(() => countByFilter(counted, personId), [counted, personId]);
  return { all, shown, counts };
}
