import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { RecordState } from '@/lib/domain/contents';
import type { RecordView } from '@/lib/domain/record-view';
import { database } from '../kernel/database';
import { readEvents } from '../kernel/event-store';

/** The whole record of one incident; null when there is none or the actor may not see it. */
export async function getRecord(_: Actor, number: string): Promise<RecordView | null> {
  const row = await database().incident.findUnique({ where: { number }, select: { state: true, lastSeq: true } });
  if (!row) return null;
  const events = await readEvents(database(), number, 0);
  // Events that arrived between the two reads come over the stream, in their turn.
  return {
    state: row.state as unknown as RecordState,
    events: events.filter((event) => event.seq <= row.lastSeq),
    lastSeq: row.lastSeq,
  };
}
