'use client';

import type { ReactNode } from 'react';
import type { ShownEvent } from '@/lib/client/store/use-record';
import { Panel } from '../ui/panel';
import { NewRowsPill } from './new-rows-pill';
import { TimelineList } from './timeline-list';
import { useEndOfList } from './use-end-of-list';

interface TimelinePanelProps {
  events: ShownEvent[];
  /** The composer, for those who may write. */
  children?: ReactNode;
  className?: string;
}

/** What happened, oldest first, opened at its end. New rows wait behind a pill when somebody reads further up. */
export function TimelinePanel({ events, children, className = '' }: TimelinePanelProps) {
  const ownCount = events.filter((event) => event.pending).length;
  const { scroller, onScroll, missed, goToEnd } = useEndOfList(events.length, ownCount);
  return (
    <Panel title="Timeline" aside="times in UTC" className={`min-h-0 ${className}`}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        {/* Reversed, so that the browser opens it at its end before any script runs. */}
        <div
          ref={scroller}
          onScroll={onScroll}
          role="log"
          aria-label="Timeline"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="scrolls flex max-h-[65dvh] min-h-0 flex-1 flex-col-reverse overflow-y-auto [overflow-anchor:none] desk:max-h-none"
        >
          <TimelineList events={events} />
        </div>
        {missed > 0 && <NewRowsPill count={missed} onGo={goToEnd} />}
      </div>
      {children && <div className="no-print flex-none border-line border-t p-3.5">{children}</div>}
    </Panel>
  );
}
