'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { readTimelineView, type TimelineView, writeTimelineView } from './timeline-view';

/** The view that the address asks for, and a way to change it that asks nothing of the server. */
export function useTimelineView(): { view: TimelineView; change: (part: Partial<TimelineView>) => void } {
  const query = useSearchParams();
  const pathname = usePathname();
  const view = useMemo(() => readTimelineView(new URLSearchParams(query)), [query]);
  const change = useCallback(
    (part: Partial<TimelineView>) => {
      const words = writeTimelineView(new URLSearchParams(query), { ...view, ...part });
      window.history.replaceState(null, '', `${pathname}${words}`);
    },
    [query, pathname, view],
  );
  return { view, change };
}
