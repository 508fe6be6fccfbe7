'use client';

import { useNow } from '@/lib/client/store/use-now';
import { elapsedWords, utcClock } from '../ui/format-time';

/** Until when a step is wanted, counting down; loud once that has passed. */
export function DueMark({ dueAt, nowMs: initialMs }: { dueAt: string; nowMs: number }) {
  const nowMs = useNow(1_000, initialMs);
  const dueMs = Date.parse(dueAt);
  const isOver = nowMs > dueMs;
  const left = isOver ? `overdue ${elapsedWords(nowMs - dueMs)}` : `due in ${elapsedWords(dueMs - nowMs)}`;
  return (
    <span
      title={`By ${utcClock(dueMs, true)} UTC`}
      className={
        isOver
          ? 'rounded-md bg-down px-1.5 font-semibold text-on-loud text-xs'
          : 'rounded-md bg-degraded-bg px-1.5 text-degraded text-xs'
      }
    >
      {left}
    </span>
  );
}
