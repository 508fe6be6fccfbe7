'use client';

import { describeEvent } from '@/lib/domain/describe-event';
import { Time } from '../ui/time';
import { type Entry, textOf } from './entry';
import { useRows } from './row-context';
import { usePinned } from './use-pinned';

interface PinnedEntriesProps {
  number: string;
  pins: readonly number[];
  /** All that are loaded. */
  entries: readonly Entry[];
  onGo: (seq: number) => void;
}

const small = 'rounded-md px-1.5 text-faint hover:bg-raise hover:text-text pointer-coarse:min-h-11';

function firstWords(entry: Entry): string {
  const { lead, rest } = describeEvent(entry.event);
  return [`${lead}${rest}`.trim(), textOf(entry)].filter(Boolean).join(': ');
}

function Pinned({ seq, entry, onGo }: { seq: number; entry: Entry | null; onGo: (seq: number) => void }) {
  const { mayWrite, onAction } = useRows();
  return (
    <li className="flex items-baseline gap-2">
      {entry && <Time iso={entry.event.occurredAt} className="mono text-faint" />}
      <button
        type="button"
        onClick={() => onGo(seq)}
        className="min-w-0 flex-1 truncate rounded-sm text-left hover:underline pointer-coarse:min-h-11"
      >
        {entry ? firstWords(entry) : `Entry ${seq}, further up`}
      </button>
      {mayWrite && entry && (
        <button type="button" className={small} onClick={() => onAction('unpin', entry)}>
          Unpin<span className="sr-only"> entry {seq}</span>
        </button>
      )}
    </li>
  );
}

/** What was pinned for everybody, above the rows; each leads to its entry. */
export function PinnedEntries({ number, pins, entries, onGo }: PinnedEntriesProps) {
  const pinned = usePinned(number, pins, entries);
  if (pins.length === 0) return null;
  return (
    <section aria-label="Pinned entries" className="flex-none border-line border-b px-3.5 py-1.5">
      <ul className="scrolls grid max-h-20 grid-cols-[minmax(0,1fr)] gap-0.5 overflow-y-auto pointer-coarse:max-h-36">
        {pinned.map(({ seq, entry }) => (
          <Pinned key={seq} seq={seq} entry={entry} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}
