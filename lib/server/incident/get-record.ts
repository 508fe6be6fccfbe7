import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { maySee } from '@/lib/domain/incident/may-see';
import { foldVersion, type RecordState } from '@/lib/domain/record-state';
import type { RecordView } from '@/lib/domain/record-view';
import { database } from '../kernel/database';
import { fold, readEvents, readLastEvents } from '../kernel/event-store';
import { eventsFor, stateFor } from './side-for';

/** As many of the newest events as a page is served with; the browser fetches older ones when somebody reads back. */
const mostServed = 60;

/** One incident as its page holds it, for a viewer its public side (rule A11); null when there is none or the actor may not see it. */
export async function getRecord(actor: Actor, number: string): Promise<RecordView | null> {
  const found = await getState(actor, number);
  if (!found) return null;
  // Events that arrived between the two reads come over the stream, in their turn.
  const events = await readLastEvents(database(), number, found.lastSeq, mostServed);
  return { ...found, events: eventsFor(actor, events) };
}

/** The same without its events. */
export async function getState(actor: Actor, number: string): Promise<Pick<RecordView, 'state' | 'lastSeq'> | null> {
  const row = await database().incident.findUnique({
    where: { number },
    select: { state: true, foldVersion: true, lastSeq: true },
  });
  if (!row) return null;
  const { lastSeq } = row;
  const state =
    row.foldVersion === foldVersion
      ? (row.state as unknown as RecordState)
      : fold(await readEvents(database(), number, 0, lastSeq));
  return state && maySee(actor, state.incident) ? { state: stateFor(actor, state), lastSeq } : null;
}

/** Rule A7: whether the incident exists for this actor. */
export async function canSee(actor: Actor, number: string): Promise<boolean> {
  const row = await database().incident.findUnique({ where: { number }, select: { visibleTo: true } });
  if (!row) return false;
  const ids = row.visibleTo as string[] | null;
  return ids === null || actor.kind === 'system' || ids.includes(actor.id);
}
