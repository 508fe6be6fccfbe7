import { memo } from 'react';
import { isSameUtcDay, utcLongDay } from '../ui/format-time';
import type { Chunk } from './chunk-entries';
import { type Entry, isSameEntry } from './entry';
import { TimelineRow } from './timeline-row';

interface TimelineChunkProps {
  chunk: Chunk;
  /** `seq` of the entry that a link led to, when it is one of these. */
  markedSeq: number | null;
  /**
   * True for the newest. Only what comes there is spoken, not what is fetched from further back; and it is always laid
   * out, so that a reader further up can be kept in place by what it grew.
   */
  isLast: boolean;
}

function startsDay({ event }: Entry, before: Entry | null): boolean {
  return !before || !isSameUtcDay(Date.parse(event.occurredAt), Date.parse(before.event.occurredAt));
}

function isSame(a: TimelineChunkProps, b: TimelineChunkProps): boolean {
  const [mine, other] = [a.chunk, b.chunk];
  if (a.markedSeq !== b.markedSeq || a.isLast !== b.isLast) return false;
  if (mine === other) return true;
  if (mine.entries.length !== other.entries.length) return false;
  if (mine.before?.event.occurredAt !== other.before?.event.occurredAt) return false;
  return mine.entries.every((entry, index) => {
    const counterpart = other.entries[index];
    return counterpart !== undefined && isSameEntry(entry, counterpart);
  });
}

/** Some rows, with the date wherever a new day begins. Drawn anew only when one of them changed. */
export const TimelineChunk = memo(function TimelineChunk({ chunk, markedSeq, isLast }: TimelineChunkProps) {
  return (
    <ol className={isLast ? undefined : 'entries'} aria-live={isLast ? undefined : 'off'}>
      {chunk.entries.map((entry, index) => (
        <li
          key={entry.key}
          id={entry.event.pending ? undefined : `e${entry.event.seq}`}
          data-marked={entry.event.seq === markedSeq || undefined}
          className="entry"
        >
          {startsDay(entry, chunk.entries[index - 1] ?? chunk.before) && (
            <p className="px-3.5 pt-1.5 pb-1 font-semibold text-faint text-xs">
              {utcLongDay(Date.parse(entry.event.occurredAt))}
            </p>
          )}
          <TimelineRow entry={entry} />
        </li>
      ))}
    </ol>
  );
}, isSame);
