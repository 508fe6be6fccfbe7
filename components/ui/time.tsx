'use client';

import { isSameUtcDay, localWords, utcClock, utcDay } from './format-time';

interface TimeProps {
  iso: string;
  /** Given: the date is shown when it is not today. Not given: what stands around it already says the day. */
  nowMs?: number;
  seconds?: boolean;
  /** Say "UTC" after the time. */
  zone?: boolean;
  className?: string;
}

// A ref rather than a prop: server and browser render the same, and the title is filled in once mounted. The key has it
// filled in anew for another moment.
function addLocalTime(element: HTMLTimeElement | null) {
  if (element) element.title = `${localWords(Date.parse(element.dateTime))} where you are`;
}

/** A moment in UTC; its title says the local time. */
export function Time({ iso, nowMs, seconds = false, zone = false, className = '' }: TimeProps) {
  const ms = Date.parse(iso);
  const day = nowMs === undefined || isSameUtcDay(ms, nowMs) ? '' : `${utcDay(ms, nowMs)}, `;
  return (
    <time key={iso} dateTime={iso} ref={addLocalTime} className={className}>
      {`${day}${utcClock(ms, seconds)}${zone ? ' UTC' : ''}`}
    </time>
  );
}
