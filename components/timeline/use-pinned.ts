'use client';

import { useMemo } from 'react';
import { useFarEntries } from '@/lib/client/store/use-far-entries';
import type { Entry } from './entry';
import { readEntries } from './read-entries';

/** What is pinned, in order; null for an entry that is on its way. Those further up than what is loaded come by themselves. */
export function usePinned(
  number: string,
  pins: readonly number[],
  loaded: readonly Entry[],
): { seq: number; entry: Entry | null }[] {
  const firstSeq = loaded[0]?.event.seq ?? 1;
  const far = useFarEntries(
    number,
    pins.filter((seq) => seq < firstSeq),
  );
  return useMemo(() => {
    const apart = readEntries(far, pins);
    return pins.map((seq) => {
      const isIt = ({ event }: Entry) => event.seq === seq;
      const entry = loaded.find(isIt) ?? withNewest(apart.find(isIt), loaded);
      return { seq, entry: entry ?? null };
    });
  }, [far, pins, loaded]);
}

/** A correction that came after the entry was fetched is among what is loaded. */
function withNewest(entry: Entry | undefined, loaded: readonly Entry[]): Entry | undefined {
  const newest = loaded.findLast(
    ({ event }) => event.type === 'timeline.entry_corrected' && event.data.seq === entry?.event.seq,
  );
  return entry && newest ? { ...entry, correction: newest.event } : entry;
}
