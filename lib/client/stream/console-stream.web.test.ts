import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { evolve } from '@/lib/domain/evolve';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import type { RecordView } from '@/lib/domain/record-view';
import { aHealthView, aTarget, noon } from '@/lib/testing/a-target';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { FakeEventSource } from '@/lib/testing/fake-event-source';
import { healthKey, openIncidentsKey, recordKey } from '../store/query-keys';
import type { ConsoleStream } from './console-stream';

const { state, events } = anIncident();
const { number } = state.incident;
const missed = recorded(
  [{ type: 'timeline.note_added', data: { text: 'missed' } }],
  anActor('responder'),
  events.length + 1,
);

let client: QueryClient;
let asked: string[] = [];
let live = 0;
let modules: { ConsoleStream: typeof ConsoleStream } & typeof import('./link-store');
const streams: ConsoleStream[] = [];
const reload = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  vi.resetModules();
  modules = { ...(await import('./console-stream')), ...(await import('./link-store')) };
  (await import('../store/record-cache')).provideFold(evolve);
  FakeEventSource.all = [];
  asked = [];
  live = 0;
  client = new QueryClient();
  client.setQueryData<RecordView>(recordKey(number), { state, events, lastSeq: events.length });
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('location', { ...window.location, reload, assign: reload, replace: reload });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json({ events: missed });
  });
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  const stream = new modules.ConsoleStream(client, 'build one', () => {
    live += 1;
  });
  streams.push(stream);
  return stream;
}

const source = () => {
  const last = FakeEventSource.open().at(-1);
  if (!last) throw new Error('nothing is open');
  return last;
};
const hello = (build = 'build one') => source().say('hello', { at: noon, build });

describe('[lesson 1] a new version', () => {
  it('is said, and never loaded by itself; what is typed stays where it is', () => {
    localStorage.setItem('console.draft.note', 'half a sentence');
    open();
    hello();
    expect(modules.getLink().newVersion).toBe(false);
    source().fail();
    vi.advanceTimersByTime(1_000);
    hello('build two');
    expect(modules.getLink()).toMatchObject({ newVersion: true, state: 'live' });
    vi.advanceTimersByTime(60_000);
    expect(reload).not.toHaveBeenCalled();
    expect(localStorage.getItem('console.draft.note')).toBe('half a sentence');
  });

  it('stays said when an old node answers again', () => {
    open();
    hello('build two');
    hello('build one');
    expect(modules.getLink().newVersion).toBe(true);
  });
});

describe('[I5] the state of the link', () => {
  it('is live with the first word, silent after 8 to 10 s without any, and live again with the next', () => {
    open();
    expect(modules.getLink().state).toBe('connecting');
    source().say('ping', { at: noon });
    expect(modules.getLink().state).toBe('live');
    vi.advanceTimersByTime(7_500);
    expect(modules.getLink().state).toBe('live');
    vi.advanceTimersByTime(2_500);
    expect(modules.getLink().state).toBe('silent');
    source().say('ping', { at: noon });
    expect(modules.getLink().state).toBe('live');
  });

  it('is silent also when nothing was ever heard, and offline when the browser is', () => {
    open();
    vi.stubGlobal('navigator', { onLine: false });
    vi.advanceTimersByTime(10_000);
    expect(modules.getLink()).toMatchObject({ state: 'offline', lastHeardMs: expect.any(Number) });
  });

  it('tells that nobody is signed in any more, until the next word', () => {
    open();
    source().say('signed_out', {});
    expect(modules.getLink().signedOut).toBe(true);
    source().say('ping', { at: noon });
    expect(modules.getLink().signedOut).toBe(false);
  });

  it('is told to those who watch it, and only when it changes', () => {
    const told = vi.fn();
    const leave = modules.subscribeLink(told);
    open();
    source().say('ping', { at: noon });
    const times = told.mock.calls.length;
    leave();
    source().fail();
    vi.advanceTimersByTime(20_000);
    expect(told).toHaveBeenCalledTimes(times);
    expect(times).toBe(1);
  });
});

describe('what the stream says', () => {
  it('lets the queue go on with each connect', () => {
    open();
    hello();
    source().say('ping', { at: noon });
    expect(live).toBe(1);
    source().fail();
    vi.advanceTimersByTime(1_000);
    hello();
    expect(live).toBe(2);
  });

  it('of health replaces the snapshot, then one target at a time', () => {
    open();
    source().say('snapshot', aHealthView(aTarget('a'), aTarget('b')));
    source().say('health', aTarget('b', {}, { status: 'down' }));
    source().say('health', aTarget('unknown to this page', {}, { status: 'down' }));
    const view = client.getQueryData<ReturnType<typeof aHealthView>>(healthKey);
    expect(view?.targets.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'ok'],
      ['b', 'down'],
    ]);
  });

  it('of incidents keeps the list in order, drops what is over, and takes nothing older', () => {
    const row = (n: number, lastSeq: number, status: IncidentSummary['status'] = 'investigating'): IncidentSummary => ({
      ...{ number: `INC-2026-000${n}`, title: 't', severity: 'SEV-2', status, commander: null, lastSeq },
      ...{
        resolvedAt: null,
        failureClass: null,
        mergedInto: null,
        postmortemDueAt: null,
        postmortemFinishedAt: null,
        updateDueAt: null,
        services: [],
        isPrivate: false,
      },
      declaredAt: `2026-11-22T12:0${n}:00.000Z`,
    });
    client.setQueryData<IncidentSummary[]>(openIncidentsKey, [row(2, 5), row(1, 5)]);
    open();
    source().say('incidents', row(3, 1));
    source().say('incidents', row(1, 4));
    source().say('incidents', row(2, 6, 'resolved'));
    expect(client.getQueryData<IncidentSummary[]>(openIncidentsKey)).toEqual([row(3, 1), row(1, 5)]);
  });

  it('of a watched incident reaches its record; watching adds its topic, once', async () => {
    const stream = open();
    const [leaveFirst, leaveSecond] = [stream.watch(number), stream.watch(number)];
    expect(source().url.searchParams.get('topics')).toBe(`health,incident:${number},incidents`);
    source().say('incident', { number, events: missed }, `${number}=${events.length + 1}`);
    await vi.waitFor(() => expect(client.getQueryData<RecordView>(recordKey(number))?.lastSeq).toBe(events.length + 1));
    leaveFirst();
    leaveSecond();
  });
});

describe('[lesson 14] a tab that joins a stream which others hold', () => {
  it('asks for what happened between its page and now: nobody greets it', async () => {
    const stream = open();
    stream.watch(number);
    await vi.waitFor(() => expect(client.getQueryData<RecordView>(recordKey(number))?.lastSeq).toBe(events.length + 1));
    expect(asked).toContain(`/api/v1/incidents/${number}/events?after=${events.length}`);
  });

  it('reads the list anew with the first word it hears, when that is no greeting', () => {
    const read = vi.spyOn(client, 'invalidateQueries');
    open();
    source().say('ping', { at: noon });
    source().say('ping', { at: noon });
    expect(read).toHaveBeenCalledTimes(1);
    expect(read).toHaveBeenCalledWith({ queryKey: openIncidentsKey });
    expect(live).toBe(1);
  });
});
