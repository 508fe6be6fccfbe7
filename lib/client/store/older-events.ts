import 'client-only';
import type { QueryClient } from '@tanstack/react-query';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { RecordView } from '@/lib/domain/record-view';
import { recordKey } from './query-keys';

const onTheirWay = new Map<string, Promise<boolean>>();

/** The `seq` of the oldest event that is held; 1 when there is nothing older. */
function firstHeld(view: RecordView | undefined): number {
  return view?.events[0]?.seq ?? 1;
}

/**
 * Fetches the page of events before the oldest that is held, and puts it in front; the state needs none of them, it was
 * folded from all. Answers false when it could not be had. Asked twice at once, it is fetched once.
 */
export function fetchOlder(client: QueryClient, number: string): Promise<boolean> {
  const going = onTheirWay.get(number);
  if (going) return going;
  const started = takeOlder(client, number).finally(() => onTheirWay.delete(number));
  onTheirWay.set(number, started);
  return started;
}

/** Fetches page after page until the event `seq` is held. Answers false when one could not be had. */
export async function fetchBackTo(client: QueryClient, number: string, seq: number): Promise<boolean> {
  for (;;) {
    const held = firstHeld(client.getQueryData<RecordView>(recordKey(number)));
    if (held <= seq) return true;
    if (!(await fetchOlder(client, number))) return false;
    if (firstHeld(client.getQueryData<RecordView>(recordKey(number))) === held) return false;
  }
}

async function takeOlder(client: QueryClient, number: string): Promise<boolean> {
  const before = firstHeld(client.getQueryData<RecordView>(recordKey(number)));
  if (before <= 1) return true;
  try {
    const response = await fetch(`/api/v1/incidents/${number}/events?before=${before}`, { cache: 'no-store' });
    if (!response.ok) return false;
    const { events } = (await response.json()) as { events: RecordedEvent[] };
    client.setQueryData<RecordView>(recordKey(number), (view) => view && withOlder(view, events));
    return true;
  } catch {
    return false;
  }
}

/** Takes only what joins on without a gap. */
function withOlder(view: RecordView, events: readonly RecordedEvent[]): RecordView {
  const first = firstHeld(view);
  const older = events.filter(({ seq }) => seq < first);
  return older.at(-1)?.seq === first - 1 ? { ...view, events: [...older, ...view.events] } : view;
}
