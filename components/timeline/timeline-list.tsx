import type { ShownEvent } from '@/lib/client/store/use-record';
import { isSameUtcDay, utcLongDay } from '../ui/format-time';
import { TimelineRow } from './timeline-row';

// The same key before and after the console has it: a row that is confirmed is not spoken twice.
function keyOf({ commandId, type }: ShownEvent): string {
  return `${commandId}/${type}`;
}

function startsDay(event: ShownEvent, before: ShownEvent | undefined): boolean {
  return !before || !isSameUtcDay(Date.parse(event.occurredAt), Date.parse(before.occurredAt));
}

/** All rows, with the date wherever a new day begins. */
export function TimelineList({ events }: { events: ShownEvent[] }) {
  return (
    <ol className="mb-auto flex-none py-1.5">
      {events.map((event, index) => (
        <li key={keyOf(event)}>
          {startsDay(event, events[index - 1]) && (
            <p className="px-3.5 pt-1.5 pb-1 font-semibold text-faint text-xs">
              {utcLongDay(Date.parse(event.occurredAt))}
            </p>
          )}
          <TimelineRow event={event} />
        </li>
      ))}
    </ol>
  );
}
