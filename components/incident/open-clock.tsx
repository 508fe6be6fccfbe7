'use client';

import { useNow } from '@/lib/client/store/use-now';
import { stopwatch } from '../ui/format-time';

/** How long it has been open. A leaf of its own, so that its second does not redraw the record. */
export function OpenClock({ declaredAt, nowMs }: { declaredAt: string; nowMs: number }) {
  const now = useNow(1_000, nowMs);
  return (
    <span className="whitespace-nowrap text-dim">
      open <span className="font-semibold text-lg text-text">{stopwatch(now - Date.parse(declaredAt))}</span>
    </span>
  );
}
