import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordedEvent } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { RecordState } from '@/lib/domain/record-state';
import type { RecordView } from '@/lib/domain/record-view';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { applyMessage } from '../stream/apply-message';
import { recordKey } from './query-keys';
import { catchUpRecord, provideFold, receiveEvents } from './record-cache';

provideFold(evolve);

const { state, events: opening } = anIncident();
const { number } = state.incident;
const tick = (itemId: string) =>
  ({ type: 'triage.item_ticked', data: { checklistId: 'first-five-minutes', itemId, title: itemId } }) as const;
const facts = ['acknowledge', 'read', 'look'].flatMap((itemId, index) => [
  tick(itemId),
  { type: 'timeline.note_added', data: { text: `note ${index}` } } as const,
]);
/** The whole log: the declaration, and six events after it. */
const log: RecordedEvent[] = [...opening, ...recorded(facts, anActor('responder'), opening.length + 1)];
const eventsAfter = (seq: number) => log.filter((event) => event.seq > seq);
const folded = log.reduce<RecordState | null>(evolve, null);

let client: QueryClient;
let asked: string[] = [];
let answer: (seq: number) => Response | Promise<Response>;
beforeEach(() => {
  client = new QueryClient();
  client.setQueryData<RecordView>(recordKey(number), { state, events: opening, lastSeq: opening.length });
  asked = [];
  answer = (seq) => Response.json({ events: eventsAfter(seq) });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return answer(Number(new URL(url, 'https://console.test').searchParams.get('after')));
  });
});
afterEach(() => vi.unstubAllGlobals());

const view = () => client.getQueryData<RecordView>(recordKey(number));
const seqs = () => view()?.events.map(({ seq }) => seq);
const first = opening.length + 1;
const last = log.length;

describe('[I3] the cached record', () => {
  it('takes the next events as they come, without asking', async () => {
    await receiveEvents(client, number, eventsAfter(opening.length).slice(0, 2));
    await receiveEvents(client, number, eventsAfter(opening.length).slice(2));
    expect(view()).toEqual({ state: folded, events: log, lastSeq: last });
    expect(asked).toEqual([]);
  });

  it('takes nothing twice: an answer and the stream may both bring it', async () => {
    const events = eventsAfter(opening.length);
    await receiveEvents(client, number, events);
    const before = view();
    await receiveEvents(client, number, events);
    await receiveEvents(client, number, events.slice(1, 3));
    expect(view()).toBe(before);
    await receiveEvents(client, number, [...opening, ...events]);
    expect(view()).toBe(before);
  });

  it('fetches what is missing before it takes what is beyond', async () => {
    await receiveEvents(client, number, eventsAfter(first + 1));
    expect(asked).toEqual([`/api/v1/incidents/${number}/events?after=${opening.length}`]);
    expect(view()).toEqual({ state: folded, events: log, lastSeq: last });
  });

  it('fetches page after page until it stands where the server does', async () => {
    answer = (seq) => Response.json({ events: eventsAfter(seq).slice(0, 2), hasMore: true });
    await catchUpRecord(client, number, last);
    expect(seqs()).toEqual(log.map(({ seq }) => seq));
    expect(asked.length).toBe(Math.ceil((last - opening.length) / 2));
  });

  it('asks nothing when it stands there already, or is not on the page at all', async () => {
    await catchUpRecord(client, number, opening.length);
    await catchUpRecord(client, 'INC-2026-9999', 7);
    await receiveEvents(client, 'INC-2026-9999', eventsAfter(0));
    expect(asked).toEqual([]);
    expect(client.getQueryData(recordKey('INC-2026-9999'))).toBeUndefined();
  });

  it('asks no more when the server has nothing more, or nothing that fits', async () => {
    answer = () => Response.json({ events: [] });
    await catchUpRecord(client, number, 99);
    answer = () => Response.json({ events: log.slice(-1) });
    await catchUpRecord(client, number, 99);
    expect(asked).toHaveLength(2);
    expect(seqs()).toEqual(opening.map(({ seq }) => seq));
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['no answer comes', () => Promise.reject(new TypeError('fetch failed'))],
    ['the record cannot be reached', () => new Response('{}', { status: 503 })],
    ['somebody else answers', () => new Response('<h1>Sign in to the hotel</h1>')],
  ])('stays as it is when %s, and catches up with the next heartbeat', async (_, failing) => {
    const working = answer;
    answer = failing;
    await receiveEvents(client, number, eventsAfter(first + 1));
    expect(seqs()).toEqual(opening.map(({ seq }) => seq));
    answer = working;
    applyMessage(client, { name: 'ping', data: { at: '2026-11-22T12:00:00.000Z' } });
    await vi.waitFor(() => expect(view()).toEqual({ state: folded, events: log, lastSeq: last }));
    const before = asked.length;
    applyMessage(client, { name: 'ping', data: { at: '2026-11-22T12:00:03.000Z' } });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toHaveLength(before);
  });

  it('is told by the head where it should stand', async () => {
    applyMessage(client, { name: 'head', data: { number, lastSeq: last } });
    await vi.waitFor(() => expect(view()?.lastSeq).toBe(last));
  });

  it('becomes the fold of the log, however its events are cut, repeated, reordered or lost', async () => {
    const batch = fc
      .tuple(fc.integer({ min: 1, max: last }), fc.integer({ min: 1, max: last }))
      .map(([from, size]) => log.slice(from - 1, from - 1 + size));
    await fc.assert(
      fc.asyncProperty(
        fc.array(batch, { maxLength: 8 }),
        fc.array(fc.boolean(), { maxLength: 8 }),
        async (batches, fails) => {
          client.setQueryData<RecordView>(recordKey(number), { state, events: opening, lastSeq: opening.length });
          answer = (seq) =>
            fails.shift() ? new Response('', { status: 503 }) : Response.json({ events: eventsAfter(seq) });
          await Promise.all(batches.map((events) => receiveEvents(client, number, events)));
          answer = (seq) => Response.json({ events: eventsAfter(seq) });
          const reached = view();
          expect(reached?.events).toEqual(log.slice(0, reached?.lastSeq));
          await catchUpRecord(client, number, last);
          expect(view()).toEqual({ state: folded, events: log, lastSeq: last });
        },
      ),
      { numRuns: 150 },
    );
  });
});
