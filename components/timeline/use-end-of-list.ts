'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 24;

/**
 * Keeps a reversed scroller at its end while the reader is there, and keeps the rows still when the reader is not.
 * `missed` counts the rows that came meanwhile. What the reader adds (`ownCount` grows) leads to the end.
 */
export function useEndOfList(count: number, ownCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef({ height: 0, count, ownCount });
  const [seen, setSeen] = useState<number | null>(null);

  const goToEnd = useCallback(() => {
    scroller.current?.scrollTo({ top: 0 });
    setSeen(null);
  }, []);

  // In a reversed scroller the end is 0 and further up is negative.
  const onScroll = useCallback(() => {
    const isAway = (scroller.current?.scrollTop ?? 0) < -NEAR_PX;
    setSeen((known) => (isAway ? (known ?? before.current.count) : null));
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { height, ownCount: ownBefore } = before.current;
    before.current = { height: element.scrollHeight, count, ownCount };
    if (ownCount > ownBefore) return goToEnd();
    const grown = element.scrollHeight - height;
    if (height > 0 && grown > 0 && element.scrollTop < -NEAR_PX) element.scrollTop -= grown;
  }, [count, ownCount, goToEnd]);

  return { scroller, onScroll, goToEnd, missed: seen === null ? 0 : Math.max(0, count - seen) };
}
