import 'client-only';
import type { QueryClient } from '@tanstack/react-query';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { RecordView } from '@/lib/domain/record-view';
import { recordKey } from './query-keys';
import { receiveEvents } from './record-cache';

const longestMs = 30_000;

/**
 * Hands the events of an answered command to the cached record; resolves when the record holds them. The answer may be
 * quicker than what others did before it: until that is there too, the page goes on showing what it foresaw.
 */
export async function settle(client: QueryClient, number: string, events: readonly RecordedEvent[]): Promise<void> {
  void receiveEvents(client, number, events);
  const lastSeq = events.at(-1)?.seq ?? 0;
  const isThere = () => (client.getQueryData<RecordView>(recordKey(number))?.lastSeq ?? lastSeq) >= lastSeq;
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      unsubscribe();
      clearTimeout(timer);
      resolve();
    };
    const unsubscribe = client.getQueryCache().subscribe(() => isThere() && end());
    // One that became private never gets there.
    const timer = setTimeout(end, longestMs);
  });
}
