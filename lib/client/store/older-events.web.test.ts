import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordedEvent } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { RecordView } from '@/lib/domain/record-view';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { fetchBackTo, fetchOlder } from './older-events';
import { recordKey } from './query-keys';
import { provideFold, receiveEvents } from './record-cache';

provideFold(evolve);

const { state } = anIncident();
const { number } = state.incident;
const facts = Array.from({ length: 30 }, (_, index) => ({
  ...{ type: 'timeline.note_added' as const, data: { text: `note ${index}` } },
}));
const log: RecordedEvent[] = recorded(facts, anActor('responder'));
const pageSize = 10;

let client: QueryClient;
let asked: string[] = [];
let answer: (before: number) => Response | Promise<Response>;
beforeEach(() => {
  client = new QueryClient();
  client.setQueryData<RecordView>(recordKey(number), { state, events: log.slice(25), lastSeq: 30 });
  asked = [];
  answer = (before) => Response.json({ events: log.filter(({ seq }) => seq < before).slice(-pageSize) });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return answer(Number(new URL(url, 'https://console.test').searchParams.get('before')));
  });
});
afterEach(() => vi.unstubAllGlobals());

const seqs = () => client.getQueryData<RecordView>(recordKey(number))?.events.map(({ seq }) => seq);
const whole = log.map(({ seq }) => seq);

describe('[K3] the older part of a record', () => {
  it('is put in front, page by page, and the state stays as it was', async () => {
    expect(await fetchOlder(client, number)).toBe(true);
    expect(seqs()).toEqual(whole.slice(15));
    expect(client.getQueryData<RecordView>(recordKey(number))).toMatchObject({ state, lastSeq: 30 });
  });

  it('is fetched as far back as is asked, and no further', async () => {
    expect(await fetchBackTo(client, number, 8)).toBe(true);
    expect(seqs()).toEqual(whole.slice(5));
    expect(await fetchBackTo(client, number, 1)).toBe(true);
    expect(seqs()).toEqual(whole);
    await fetchOlder(client, number);
    expect(asked).toHaveLength(3);
  });

  it('is fetched once, though two ask at once', async () => {
    await Promise.all([fetchOlder(client, number), fetchOlder(client, number)]);
    expect(asked).toHaveLength(1);
    expect(seqs()).toEqual(whole.slice(15));
  });

  it('arrives beside what the stream brings meanwhile', async () => {
    const [next] = recorded([{ type: 'timeline.note_added', data: { text: 'new' } }], anActor('responder'), 31);
    const older = fetchOlder(client, number);
    await receiveEvents(client, number, next ? [next] : []);
    await older;
    expect(seqs()).toEqual([...whole.slice(15), 31]);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['no answer comes', () => Promise.reject(new TypeError('fetch failed'))],
    ['the record cannot be reached', () => new Response('{}', { status: 503 })],
    ['somebody else answers', () => new Response('<h1>Sign in to the hotel</h1>')],
  ])('stays out when %s, says so, and can be had later', async (_, failing) => {
    const working = answer;
    answer = failing;
    expect(await fetchBackTo(client, number, 1)).toBe(false);
    expect(seqs()).toEqual(whole.slice(25));
    answer = working;
    expect(await fetchBackTo(client, number, 1)).toBe(true);
  });

  it('leaves no gap: what does not join on is not taken, and not asked for again and again', async () => {
    answer = () => Response.json({ events: log.slice(0, 5) });
    expect(await fetchBackTo(client, number, 1)).toBe(false);
    expect(seqs()).toEqual(whole.slice(25));
    expect(asked).toHaveLength(1);
  });
});
