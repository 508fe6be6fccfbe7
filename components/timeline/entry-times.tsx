import type { ShownEvent } from '@/lib/client/store/use-record';
import { localWords, utcClock, utcLongDay } from '../ui/format-time';

function Both({ iso }: { iso: string }) {
  const ms = Date.parse(iso);
  return (
    <dd>
      {utcLongDay(ms)} {utcClock(ms, true)} UTC
      <span className="block text-faint">{localWords(ms)}</span>
    </dd>
  );
}

/** When it happened and when it was recorded, in UTC and where you are. Only shown in a browser. */
export function EntryTimes({ event }: { event: ShownEvent }) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-dim text-sm">
      <dt>Happened</dt>
      <Both iso={event.occurredAt} />
      <dt>Recorded</dt>
      <Both iso={event.recordedAt} />
      <dt>Entry</dt>
      <dd>{event.seq}</dd>
    </dl>
  );
}
