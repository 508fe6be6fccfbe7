'use client';

import { useNow } from '@/lib/client/store/use-now';
import { utcClock, utcLongDay } from '../ui/format-time';
import { useIsMounted } from '../ui/use-is-mounted';

let localClock: Intl.DateTimeFormat | undefined;

/** "04:14 Paris"; empty where local time is UTC. */
function localWords(ms: number): string {
  localClock ??= new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  const zone = localClock.resolvedOptions().timeZone;
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
  return place === 'UTC' || place === '' ? '' : ` · ${localClock.format(ms)} ${place}`;
}

/** The time in UTC, and where one is. */
export function Clock({ nowMs }: { nowMs: number }) {
  const now = useNow(1_000, nowMs);
  const isMounted = useIsMounted();
  return (
    <span className="mono whitespace-nowrap max-md:hidden" title={utcLongDay(now)}>
      {utcClock(now, true)} UTC
      {isMounted && <span className="text-dim max-lg:hidden">{localWords(now)}</span>}
    </span>
  );
}
