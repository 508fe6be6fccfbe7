import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import type { RecordedEvent } from '@/lib/domain/contents';
import { draftPostmortem } from '@/lib/domain/review/draft-postmortem';
import type { PostmortemView } from '@/lib/domain/review/postmortem-view';
import { getCatalogueVersion } from '../catalogue/catalogue-versions';
import { getRecord } from '../incident/get-record';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { readEvents } from '../kernel/event-store';

const batch = 10_000;

/**
 * The postmortem of an incident, saved or drafted; null when there is no such incident for this actor (rule A7). Rule A11:
 * a viewer reads what was saved and finished; a draft quotes the record, so it looks absent.
 */
export async function getPostmortem(actor: Actor, number: string): Promise<PostmortemView | null> {
  const record = await getRecord(actor, number);
  if (!record) return null;
  const { state, lastSeq } = record;
  const { postmortem } = state.review;
  const savedSeq = postmortem?.savedSeq ?? null;
  const saved = savedSeq === null ? null : await savedText(number, savedSeq);
  if (!readsInside(actor.role) && (saved === null || !postmortem?.finishedAt)) return null;
  const draft = async () => {
    const [events, catalogue] = await Promise.all([
      readAll(number, lastSeq),
      getCatalogueVersion(state.incident.catalogVersion),
    ]);
    return draftPostmortem({ state, events, catalogue, nowMs: now().getTime() });
  };
  return {
    ...{ number, title: state.incident.title, text: saved ?? (await draft()), isDraft: saved === null, savedSeq },
    savedBy: postmortem?.savedBy?.name ?? null,
    dueAt: postmortem?.dueAt ?? null,
    path: postmortem?.path ?? null,
    finishedAt: postmortem?.finishedAt ?? null,
  };
}

async function savedText(number: string, seq: number): Promise<string | null> {
  const [event] = await readEvents(database(), number, seq - 1, 1);
  return event?.type === 'review.postmortem_saved' ? event.data.text : null;
}

async function readAll(number: string, lastSeq: number): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  while ((events.at(-1)?.seq ?? 0) < lastSeq) {
    const next = await readEvents(database(), number, events.at(-1)?.seq ?? 0, batch);
    if (next.length === 0) break;
    events.push(...next);
  }
  return events.filter(({ seq }) => seq <= lastSeq);
}
