import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { RecordedEvent } from '@/lib/domain/contents';
import { database } from '../kernel/database';
import { readEvents } from '../kernel/event-store';

const mostEvents = 1_000;

/** The incident's events after `seq`, at most 1,000 with `hasMore`; null when there is no such incident for this actor. */
export async function getEventsAfter(
  _: Actor,
  number: string,
  after: number,
): Promise<{ events: RecordedEvent[]; hasMore: boolean } | null> {
  const incident = await database().incident.findUnique({ where: { number }, select: { id: true } });
  if (!incident) return null;
  const events = await readEvents(database(), number, after, mostEvents);
  return { events, hasMore: events.length === mostEvents };
}
