import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { RecordedEvent } from '@/lib/domain/contents';
import { database } from '../kernel/database';
import { readEvents, readEventsAbout, readLastEvents } from '../kernel/event-store';
import { canSee } from './get-record';
import { eventsFor } from './side-for';

const mostEvents = 1_000;

/** The incident's events after `seq`, at most 1,000 with `hasMore`; null when there is no such incident for this actor. */
export async function getEventsAfter(
  actor: Actor,
  number: string,
  after: number,
): Promise<{ events: RecordedEvent[]; hasMore: boolean } | null> {
  if (!(await canSee(actor, number))) return null;
  const events = await readEvents(database(), number, after, mostEvents);
  return { events: eventsFor(actor, events), hasMore: events.length === mostEvents };
}

/** The newest 1,000 events before `seq`, oldest first; null when there is no such incident for this actor. */
export async function getEventsBefore(
  actor: Actor,
  number: string,
  before: number,
): Promise<{ events: RecordedEvent[]; hasMore: boolean } | null> {
  if (!(await canSee(actor, number))) return null;
  const events = await readLastEvents(database(), number, before - 1, mostEvents);
  return { events: eventsFor(actor, events), hasMore: (events[0]?.seq ?? 1) > 1 };
}

/** These events and what corrected them; null when there is no such incident for this actor. */
export async function getEventsAbout(
  actor: Actor,
  number: string,
  seqs: readonly number[],
): Promise<{ events: RecordedEvent[] } | null> {
  if (!(await canSee(actor, number))) return null;
  return { events: eventsFor(actor, await readEventsAbout(database(), number, seqs)) };
}
