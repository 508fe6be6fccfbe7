'use client';

import { useLink } from '@/lib/client/stream/use-link';
import { Banner } from '../ui/banner';
import { utcClock } from '../ui/format-time';

/** Says since when the page hears nothing, and what that means for whoever reads it. */
export function LinkNotice() {
  const { state, lastHeardMs } = useLink();
  if (state !== 'silent' && state !== 'offline') return null;
  const what = state === 'offline' ? 'This browser is offline' : 'No word from the console';
  const since = lastHeardMs === null ? '' : ` since ${utcClock(lastHeardMs, true)} UTC`;
  return (
    <Banner look="bad">
      <strong className="font-semibold">{`${what}${since}.`}</strong>
      <span>What you see may have changed. What you type is kept here; the page recovers by itself.</span>
    </Banner>
  );
}
