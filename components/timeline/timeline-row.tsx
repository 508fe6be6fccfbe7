import { memo } from 'react';
import type { ShownEvent } from '@/lib/client/store/use-record';
import { describeEvent } from '@/lib/domain/describe-event';
import type { EventWords } from '@/lib/domain/kernel/event-words';
import { elapsedWords } from '../ui/format-time';
import { Time } from '../ui/time';

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

function Words({ name, words }: { name: string; words: EventWords }) {
  if (words.lead === '') {
    return (
      <p className="whitespace-pre-wrap">
        <span className="font-semibold">{name}</span> {words.detail}
      </p>
    );
  }
  return (
    <>
      <p>
        <span>{name}</span> <strong className="font-semibold">{words.lead}</strong>
        {words.rest}
      </p>
      {words.detail && <p className="whitespace-pre-wrap text-dim">{words.detail}</p>}
    </>
  );
}

/** One fact: when, who, what. What people typed is text, never markup. */
export const TimelineRow = memo(function TimelineRow({ event }: { event: ShownEvent }) {
  const words = describeEvent(event);
  return (
    <div data-event={event.type} className="grid grid-cols-[3.9rem_0.5rem_1fr] gap-x-2.5 px-3.5 py-1.5">
      <Time iso={event.occurredAt} seconds className="mono pt-px text-faint" />
      <span aria-hidden="true" className={`mt-1.5 size-2 ${marks[words.tone]}`} />
      <div className="min-w-0 break-words">
        <Words name={event.actor.name} words={words} />
        <Remark event={event} />
      </div>
    </div>
  );
});
