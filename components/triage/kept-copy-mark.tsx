'use client';

import { useSyncExternalStore } from 'react';
import { keptCopyPath, keptCopyTime } from '@/lib/client/offline/kept-copy-time';
import { Banner } from '../ui/banner';
import { Time } from '../ui/time';

const never = () => () => {};
/** So long ago that the day is always said. */
const longAgo = 0;

/** Says of when this page is when it came from this browser's copies instead of the console. */
export function KeptCopyMark({ path }: { path: string }) {
  const kept = useSyncExternalStore(
    never,
    () => (keptCopyPath() === path ? keptCopyTime() : null),
    () => null,
  );
  if (kept === null) return null;
  return (
    <div role="status" className="mt-2">
      <Banner look="warn">
        <strong className="font-semibold">
          From this browser’s copy, of <Time iso={kept} nowMs={longAgo} zone />
        </strong>
        <span>The console does not answer; what has changed since is not here.</span>
      </Banner>
    </div>
  );
}
