'use client';

import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { chunkEntries } from './chunk-entries';
import type { Entry } from './entry';
import { TimelineChunk } from './timeline-chunk';
import { useRovingRows } from './use-roving-rows';

interface TimelineRowsProps {
  entries: Entry[];
  markedSeq: number | null;
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** Called when the reader comes near the first row. */
  onNearTop: () => void;
  /** What stands above the first row. */
  head: ReactNode;
}

/** True while the top is less than this far away, in heights of what is seen. */
const NEAR_SCREENS = 2;

/** The rows, opened at their end. Those far from what is read are in the page, but cost no layout (timeline.css). */
export function TimelineRows({ entries, markedSeq, scroller, onScroll, onNearTop, head }: TimelineRowsProps) {
  const chunks = useMemo(() => chunkEntries(entries), [entries]);
  const { onKeyDown } = useRovingRows(scroller);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [root, target] = [scroller.current, top.current];
    if (!root || !target || typeof IntersectionObserver === 'undefined') return;
    const isScrolled = () => root.scrollTop < 0;
    const margin = { root, rootMargin: `${NEAR_SCREENS * 100}% 0px 0px 0px` };
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && isScrolled() && onNearTop(), margin);
    observer.observe(target);
    return () => observer.disconnect();
  }, [scroller, onNearTop]);
  return (
    // Reversed, so that the browser opens it at its end before any script runs.
    <div
      ref={scroller}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      role="log"
      aria-label="Timeline"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="scrolls flex max-h-[65dvh] min-h-0 flex-1 flex-col-reverse overflow-y-auto [overflow-anchor:none] desk:max-h-none"
    >
      <div className="mb-auto flex-none py-1.5">
        <div ref={top} aria-live="off">
          {head}
        </div>
        {chunks.map((chunk, index) => (
          <TimelineChunk
            key={chunk.id}
            chunk={chunk}
            isLast={index === chunks.length - 1}
            markedSeq={chunk.entries.some(({ event }) => event.seq === markedSeq) ? markedSeq : null}
          />
        ))}
      </div>
    </div>
  );
}
