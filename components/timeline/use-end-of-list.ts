'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Entry } from './entry';

const NEAR_PX = 24;

function countAfter(entries: readonly Entry[], seq: number): number {
  let count = 0;
  while (count < entries.length && (entries.at(-1 - count)?.event.seq ?? 0) > seq) count += 1;
  return count;
}

/**
 * Keeps a reversed scroller at its end while the reader is there, and keeps the rows still when the reader is not,
 * whether rows come at the end or are fetched in front. `missed` counts the rows that came meanwhile. What the reader
 * adds (one more is pending) leads to the end.
 */
export function useEndOfList(entries: readonly Entry[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const lastRow = useRef<Element | null>(null);
  const ownBefore = useRef(0);
  const newest = useRef(0);
  const [seen, setSeen] = useState<number | null>(null);
  const own = entries.reduce((count, { event }) => count + (event.pending ? 1 : 0), 0);

  const goToEnd = useCallback(() => {
    scroller.current?.scrollTo({ top: 0 });
    setSeen(null);
  }, []);

  // In a reversed scroller the end is 0 and further up is negative.
  const onScroll = useCallback(() => {
    const isAway = (scroller.current?.scrollTop ?? 0) < -NEAR_PX;
    setSeen((known) => (isAway ? (known ?? newest.current) : null));
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const before = lastRow.current;
    const last = element.querySelector('ol:last-of-type > li:last-child');
    lastRow.current = last;
    newest.current = entries.at(-1)?.event.seq ?? 0;
    const isOwnNew = own > ownBefore.current;
    ownBefore.current = own;
    if (isOwnNew) return goToEnd();
    if (!last || !before?.isConnected || element.scrollTop >= -NEAR_PX) return;
    element.scrollTop -= last.getBoundingClientRect().bottom - before.getBoundingClientRect().bottom;
  }, [entries, own, goToEnd]);

  return { scroller, onScroll, goToEnd, missed: seen === null ? 0 : countAfter(entries, seen) };
}
