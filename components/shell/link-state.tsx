'use client';

import { useNow } from '@/lib/client/store/use-now';
import { useLink } from '@/lib/client/stream/use-link';
import { elapsedWords, utcClock } from '../ui/format-time';
import { Mark } from '../ui/mark';
import type { Tone } from '../ui/tone';

type LinkStateName = ReturnType<typeof useLink>['state'];

const tones: Record<LinkStateName, Tone> = { live: 'ok', connecting: 'unknown', silent: 'down', offline: 'down' };

// Both moments are on the server's clock.
function words(state: LinkStateName, lastHeardMs: number | null, nowMs: number): string {
  if (state === 'connecting') return 'Connecting';
  if (state === 'live') return lastHeardMs === null ? 'Live' : `Live, ${elapsedWords(nowMs - lastHeardMs)} ago`;
  const word = state === 'silent' ? 'Silent' : 'Offline';
  return lastHeardMs === null ? word : `${word} since ${utcClock(lastHeardMs, true)} UTC`;
}

/** Whether this page hears the console, and how long ago it last did. */
export function LinkState({ nowMs }: { nowMs: number }) {
  const { state, lastHeardMs } = useLink();
  const renewedMs = useNow(1_000, nowMs);
  const isWell = state === 'live' || state === 'connecting';
  return (
    <span
      className={`noscript:hidden flex items-center gap-1.5 whitespace-nowrap text-sm ${isWell ? 'text-dim' : 'font-semibold text-down'}`}
    >
      <Mark tone={tones[state]} className="size-2" />
      {words(state, lastHeardMs, renewedMs)}
    </span>
  );
}
