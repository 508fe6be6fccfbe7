import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '@/lib/testing/fake-event-source';
import { Connection } from './connection';
import type { StreamMessage } from './stream-message';

let heard: StreamMessage[] = [];
let signedOut = 0;
let connection: Connection;
let status: number | 'lost' = 200;
beforeEach(() => {
  vi.useFakeTimers();
  FakeEventSource.all = [];
  heard = [];
  signedOut = 0;
  status = 200;
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('fetch', async () => {
    if (status === 'lost') throw new TypeError('fetch failed');
    return new Response('{}', { status });
  });
  connection = new Connection(['health', 'incident:INC-2026-0001'], {
    onMessage: (message) => heard.push(message),
    onSignedOut: () => {
      signedOut += 1;
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const source = () => {
  const [only, ...more] = FakeEventSource.open();
  expect(more).toEqual([]);
  if (!only) throw new Error('nothing is open');
  return only;
};
const ping = { at: '2026-11-22T12:00:00.000Z' };

describe('a connection', () => {
  it('asks for its topics and hands on what it hears', () => {
    expect(source().url.pathname).toBe('/api/v1/stream');
    expect(source().url.searchParams.get('topics')).toBe('health,incident:INC-2026-0001');
    source().say('hello', { at: ping.at, build: 'b' });
    source().say('nobody knows this', {});
    expect(heard).toEqual([{ name: 'hello', data: { at: ping.at, build: 'b' } }]);
  });

  it('[F15] comes back after it is lost, within 3 s, and resumes after the last event it heard', () => {
    source().say('incident', { number: 'INC-2026-0001', events: [] }, 'INC-2026-0001=7');
    source().say('ping', ping);
    source().fail();
    expect(FakeEventSource.open()).toEqual([]);
    vi.advanceTimersByTime(3_000);
    expect(source().url.searchParams.get('lastEventId')).toBe('INC-2026-0001=7');
  });

  it('tries for ever, at most 6.5 s apart, and never twice at once', () => {
    for (let round = 0; round < 30; round += 1) {
      source().fail();
      vi.advanceTimersByTime(6_500);
      expect(FakeEventSource.open()).toHaveLength(1);
    }
  });

  it('knocks every second or sooner at first: a server that was restarted is back by then', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const knocks = FakeEventSource.all.length;
    for (let waitedMs = 0; waitedMs < 2_500; waitedMs += 50) {
      for (const source of FakeEventSource.open()) source.fail();
      vi.advanceTimersByTime(50);
    }
    expect(FakeEventSource.all.length - knocks).toBe(4);
  });

  it('starts over with short waits once it has heard something', () => {
    for (let round = 0; round < 8; round += 1) {
      source().fail();
      vi.advanceTimersByTime(6_500);
    }
    source().say('ping', ping);
    source().fail();
    vi.advanceTimersByTime(500);
    expect(FakeEventSource.open()).toHaveLength(1);
  });

  it('[lesson 7] notices a link that only looks alive within 11 s, and not one that still says something', () => {
    for (let second = 0; second < 60; second += 3) {
      vi.advanceTimersByTime(3_000);
      source().say('ping', ping);
    }
    expect(FakeEventSource.all).toHaveLength(1);
    vi.advanceTimersByTime(11_500);
    expect(FakeEventSource.all).toHaveLength(2);
  });

  it('comes back by itself when the server says goodbye', () => {
    source().say('bye', {});
    vi.advanceTimersByTime(1_000);
    expect(FakeEventSource.open()).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it.each([
    [401, 1],
    [503, 0],
    ['lost' as const, 0],
  ])('that is refused again asks why: %s means signed out %i times', async (why, times) => {
    status = why;
    source().fail();
    vi.advanceTimersByTime(1_000);
    source().fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(signedOut).toBe(times);
  });

  it('[A5] that is told so knows at once that nobody is signed in any more', () => {
    source().say('signed_out', {});
    expect(signedOut).toBe(1);
  });

  it('that was closed stays closed', () => {
    source().fail();
    connection.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeEventSource.open()).toEqual([]);
  });
});
