import 'client-only';
import type { QueryClient } from '@tanstack/react-query';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { evolve } from '@/lib/domain/evolve';
import type { RecordView } from '@/lib/domain/record-view';
import { recordKey } from './query-keys';

let fold: typeof evolve | null = null;

/** Gives the fold to the cache. Pages without a record need neither: until it is given, no record is cached. */
export function provideFold(given: typeof evolve): void {
  fold = given;
}

/** Takes committed events into the cached record, in order and once each; fetches what is missing between. */
export async function receiveEvents(
  client: QueryClient,
  number: string,
  events: readonly RecordedEvent[],
): Promise<void> {
  const view = client.getQueryData<RecordView>(recordKey(number));
  const first = events.find((event) => view !== undefined && event.seq > view.lastSeq);
  if (!view || !first) return;
  if (first.seq > view.lastSeq + 1) return catchUpRecord(client, number, events.at(-1)?.seq ?? first.seq);
  client.setQueryData<RecordView>(recordKey(number), (known) => known && appended(known, events));
}

// Where records should stand that could not be caught up: they are tried again with every heartbeat.
const behind = new Map<string, number>();

/** Fetches events until the cached record reaches `lastSeq`, or has all there are. A failure is left to the next heartbeat. */
export async function catchUpRecord(client: QueryClient, number: string, lastSeq: number): Promise<void> {
  behind.delete(number);
  for (;;) {
    const view = client.getQueryData<RecordView>(recordKey(number));
    if (!view || view.lastSeq >= lastSeq) return;
    const events = await fetchEvents(number, view.lastSeq);
    if (!events) {
      behind.set(number, lastSeq);
      return;
    }
    client.setQueryData<RecordView>(recordKey(number), (known) => known && appended(known, events));
    if (client.getQueryData<RecordView>(recordKey(number))?.lastSeq === view.lastSeq) return;
  }
}

/** Tries again what could not be fetched. */
export function catchUpBehind(client: QueryClient): void {
  for (const [number, lastSeq] of [...behind]) void catchUpRecord(client, number, lastSeq);
}

async function fetchEvents(number: string, after: number): Promise<RecordedEvent[] | null> {
  try {
    const response = await fetch(`/api/v1/incidents/${number}/events?after=${after}`, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as { events: RecordedEvent[] }).events : null;
  } catch {
    return null;
  }
}

function appended(view: RecordView, events: readonly RecordedEvent[]): RecordView {
  if (!fold) return view;
  let { state, lastSeq } = view;
  const added: RecordedEvent[] = [];
  for (const event of events) {
    if (event.seq !== lastSeq + 1) continue;
    state = fold(state, event);
    lastSeq = event.seq;
    added.push(event);
  }
  return added.length === 0 ? view : { state, lastSeq, events: [...view.events, ...added] };
}
