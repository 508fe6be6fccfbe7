'use client';

import { useQuery } from '@tanstack/react-query';
import type { RecordedEvent } from '@/lib/domain/contents';
import { farEntriesKey } from './query-keys';

const none: RecordedEvent[] = [];

/** These entries of a record with what corrected them, fetched by themselves: those that are not among the loaded events. */
export function useFarEntries(number: string, seqs: readonly number[]): RecordedEvent[] {
  const { data } = useQuery({
    queryKey: farEntriesKey(number, seqs),
    queryFn: () => fetchEntries(number, seqs),
    enabled: seqs.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  return data ?? none;
}

async function fetchEntries(number: string, seqs: readonly number[]): Promise<RecordedEvent[]> {
  const response = await fetch(`/api/v1/incidents/${number}/events?about=${seqs.join(',')}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`the entries answered ${response.status}`);
  return ((await response.json()) as { events: RecordedEvent[] }).events;
}
