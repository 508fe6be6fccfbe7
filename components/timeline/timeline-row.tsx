'use client';

import { useState } from 'react';
import type { ShownEvent } from '@/lib/client/store/use-record';
import { describeEvent } from '@/lib/domain/describe-event';
import type { EventWords } from '@/lib/domain/kernel/event-words';
import { elapsedWords } from '../ui/format-time';
import { Time } from '../ui/time';
import type { Entry } from './entry';
import { EntryMenu } from './entry-menu';
import { EntryTimes } from './entry-times';
import { Annotations, Corrected, EntryWords } from './entry-words';
import { LocalClock } from './local-clock';

const LATE_MS = 60_000;

const marks: Record<EventWords['tone'], string> = {
  plain: 'rounded-full bg-edge',
  loud: 'rounded-[1.5px] bg-down',
  decision: 'rounded-full bg-accent',
  good: 'rounded-full bg-ok',
};

function Remark({ event }: { event: ShownEvent }) {
  if (event.pending) return <p className="after-a-blink text-degraded text-sm">not sent yet</p>;
  const lateMs = Date.parse(event.recordedAt) - Date.parse(event.occurredAt);
  if (lateMs <= LATE_MS) return null;
  return (
    <p className="text-faint text-sm">
      arrived {elapsedWords(lateMs)} later, at <Time iso={event.recordedAt} zone />
    </p>
  );
}

/** One fact: when, who, what, and what became of it. What people typed is never markup. */
export function TimelineRow({ entry }: { entry: Entry }) {
  const [areTimesShown, setAreTimesShown] = useState(false);
  const { event, isPinned } = entry;
  return (
    <div data-event={event.type} className="grid grid-cols-[3.9rem_0.5rem_1fr_auto] gap-x-2.5 py-1.5 pr-1.5 pl-3.5">
      <div className="grid content-start">
        <Time iso={event.occurredAt} seconds className="mono pt-px text-faint" />
        <LocalClock iso={event.occurredAt} />
      </div>
      <span aria-hidden="true" className={`mt-1.5 size-2 ${marks[describeEvent(event).tone]}`} />
      <div className="min-w-0 break-words">
        {isPinned && <p className="text-accent text-xs">Pinned</p>}
        <EntryWords entry={entry} />
        <Corrected entry={entry} />
        <Annotations entry={entry} />
        <Remark event={event} />
        {areTimesShown && <EntryTimes event={event} />}
      </div>
      {event.pending ? (
        <span className="size-7" />
      ) : (
        <EntryMenu entry={entry} areTimesShown={areTimesShown} onToggleTimes={() => setAreTimesShown(!areTimesShown)} />
      )}
    </div>
  );
}
