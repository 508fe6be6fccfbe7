'use client';

import { localClock } from '../ui/format-time';
import { useShowsLocal } from './zone-choice';

/** The same moment where you are, under the one in UTC, for those who want it. */
export function LocalClock({ iso }: { iso: string }) {
  const showsLocal = useShowsLocal();
  if (!showsLocal) return null;
  return (
    <span className="mono text-dim">
      {localClock(Date.parse(iso))}
      <span className="sr-only"> where you are</span>
    </span>
  );
}
