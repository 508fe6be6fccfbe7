import { validate, version } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordedEvent } from '@/lib/domain/contents';
import { setServerTime } from '../store/server-clock';
import { declareIncident } from './declare-incident';
import { Outbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';

const number = 'INC-2026-0007';

type Reply = { status: number; body: unknown } | 'lost' | 'html' | 'never';

/** The commands that were posted, as text; replies come from `replies`, then all is well. */
let posted: string[] = [];
let person = '';
let people = 0;
let replies: Reply[] = [];
let onPost: (body: string) => void = () => {};

const applied = (body: string) => ({
  outcome: 'applied',
  number,
  events: [{ seq: 3, commandId: (JSON.parse(body) as { commandId: string }).commandId }],
});

async function server(_: unknown, init: RequestInit): Promise<Response> {
  const body = String(init.body);
  posted.push(body);
  onPost(body);
  const reply = replies.shift() ?? { status: 200, body: applied(body) };
  if (reply === 'never') return new Promise(() => {});
  if (reply === 'lost') throw new TypeError('fetch failed');
  if (reply === 'html') return new Response('<h1>Sign in to the hotel</h1>', { status: 200 });
  return new Response(JSON.stringify(reply.body), { status: reply.status });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  // Queues of earlier tests still hear the window: each test is another person.
  people += 1;
  person = `person-${people}`;
  posted = [];
  replies = [];
  onPost = () => {};
  vi.stubGlobal('fetch', vi.fn(server));
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (personId: string = person, onEvents: (of: string, events: readonly RecordedEvent[]) => void = () => {}) =>
  new Outbox(personId, onEvents);
const note = (text: string) => ({ type: 'timeline.add_note', number, input: { number, text } });
const stored = (personId: string = person): OutboxEntry[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(`console.outbox.${personId}.`))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as OutboxEntry);
const soon = () => vi.advanceTimersByTimeAsync(0);
const texts = () => posted.map((body) => (JSON.parse(body) as { input: { text: string } }).input.text);
const problem = (status: number, body: object = {}): Reply => ({ status, body: { title: 'No', ...body } });

describe('[P2] a command', () => {
  it('is kept before it is sent, and forgotten when it is acknowledged', async () => {
    const heard: string[] = [];
    onPost = () =>
      heard.push(
        stored()
          .map(({ state }) => state)
          .join(),
      );
    const events: unknown[] = [];
    const outbox = open(person, (of, added) => events.push(of, ...added.map(({ seq }) => seq)));
    const commandId = outbox.add(note('one'));
    expect(validate(commandId) && version(commandId)).toBe(7);
    expect(stored()).toMatchObject([{ commandId, text: 'one', number }]);
    await soon();
    expect(heard).toEqual(['sending']);
    expect(stored()).toEqual([]);
    expect(outbox.entries()).toEqual([]);
    expect(events).toEqual([number, 3]);
  });

  it('says when it happened by the server’s clock, whatever the laptop’s says', async () => {
    setServerTime('2026-11-22T03:00:00.000Z');
    vi.setSystemTime('2031-01-01T00:00:00.000Z');
    open().add(note('one'));
    await soon();
    expect(JSON.parse(posted[0] ?? '')).toMatchObject({ occurredAt: expect.stringMatching(/^2026-11-22T03:00:0/) });
  });

  it('says when it happened as its author says, where they tell it later', async () => {
    setServerTime('2026-11-22T03:20:00.000Z');
    open().add({ ...note('one'), happenedAt: '2026-11-22T03:05:00.000Z' });
    await soon();
    expect(JSON.parse(posted[0] ?? '')).toMatchObject({ occurredAt: '2026-11-22T03:05:00.000Z' });
  });

  it('is sent after those before it, one at a time', async () => {
    const outbox = open();
    replies = ['never'];
    for (const text of ['one', 'two', 'three']) outbox.add(note(text));
    await soon();
    expect(texts()).toEqual(['one']);
    expect(outbox.entries().map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it('is sent in the order it was given, through lost answers', async () => {
    const outbox = open();
    replies = ['lost', 'lost'];
    for (const text of ['one', 'two', 'three']) outbox.add(note(text));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts().filter((text, index, all) => text !== all[index - 1])).toEqual(['one', 'two', 'three']);
    expect(stored()).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['no answer comes', 'lost'],
    ['somebody else answers', 'html'],
    ['somebody else answers in JSON', { status: 200, body: {} }],
    ['the record cannot be reached', problem(503)],
    ['it is too much at once', problem(429)],
    ['a proxy has no server', problem(502)],
  ])('[K2] is sent again, the very same, when %s', async (_, reply) => {
    const outbox = open();
    replies = [reply, reply, reply, reply, reply];
    outbox.add(note('kept'));
    await soon();
    expect(outbox.entries()).toMatchObject([{ state: 'waiting', text: 'kept' }]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(posted).toHaveLength(6);
    expect(new Set(posted).size).toBe(1);
    expect(stored()).toEqual([]);
  });

  it('is sent again after the page died while it was being sent', async () => {
    replies = ['never'];
    open().add(note('survives'));
    await soon();
    expect(stored()).toMatchObject([{ state: 'sending' }]);
    open();
    await soon();
    expect(posted).toHaveLength(2);
    expect(new Set(posted).size).toBe(1);
    expect(stored()).toEqual([]);
  });

  it('waits longer each time, never longer than 13 s, and not at all once the link is back', async () => {
    const outbox = open();
    replies = Array.from({ length: 40 }, (): Reply => 'lost');
    outbox.add(note('one'));
    const times: number[] = [];
    onPost = () => times.push(Date.now());
    await vi.advanceTimersByTimeAsync(100_000);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...waits)).toBeLessThanOrEqual(13_000);
    expect(Math.min(...waits.slice(-4))).toBeGreaterThan(6_000);
    const before = posted.length;
    window.dispatchEvent(new Event('online'));
    await soon();
    expect(posted).toHaveLength(before + 1);
    outbox.flush();
    await soon();
    expect(posted).toHaveLength(before + 2);
  });
});

describe('a command that is refused', () => {
  it('[lesson 15] keeps its text and says why, and lets the next one through', async () => {
    const outbox = open();
    replies = [problem(409, { outcome: 'rejected', detail: 'INC-2026-0007 is closed.' })];
    outbox.add(note('what I typed'));
    outbox.add(note('next'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(texts()).toEqual(['what I typed', 'next']);
    expect(outbox.entries()).toMatchObject([
      { state: 'refused', text: 'what I typed', refusal: 'INC-2026-0007 is closed.' },
    ]);
    expect(open().entries()).toMatchObject([{ state: 'refused', text: 'what I typed' }]);
  });

  it('for its shape says what is wrong', async () => {
    const outbox = open();
    replies = [problem(422, { title: 'Not the right shape', errors: ['input.text: too long'] })];
    outbox.add(note('x'));
    await soon();
    expect(outbox.entries()[0]?.refusal).toBe('Not the right shape: input.text: too long');
  });

  it.each([
    ['a reason', { from: 'SEV-2', to: 'SEV-1', reason: 'typed' }, 'typed'],
    ['what ended it', { from: 'investigating', how: 'typed' }, 'typed'],
    [
      'cause and mitigation',
      { from: 'mitigated', cause: 'a drive', mitigation: 'another drive' },
      'a drive\nanother drive',
    ],
    ['the title of a step', { title: 'Ask the data centre' }, 'Ask the data centre'],
  ])('keeps %s that was typed, too', async (_, input, text) => {
    const outbox = open();
    replies = [problem(409)];
    outbox.add({ type: 'any', number, input: { number, ...input } });
    await soon();
    expect(outbox.entries()[0]?.text).toBe(text);
  });

  it('is forgotten when it was read', async () => {
    const outbox = open();
    replies = [problem(409)];
    const commandId = outbox.add(note('x'));
    await soon();
    outbox.discard(commandId);
    expect(stored()).toEqual([]);
    expect(outbox.entries()).toEqual([]);
  });

  it('by a bug of the server three times is given up with words, and the next one goes through', async () => {
    const outbox = open();
    replies = [problem(500), problem(500), problem(500)];
    outbox.add(note('unlucky'));
    outbox.add(note('next'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts()).toEqual(['unlucky', 'unlucky', 'unlucky', 'next']);
    expect(outbox.entries()).toMatchObject([
      { state: 'refused', text: 'unlucky', refusal: expect.stringMatching(/again and again/) },
    ]);
  });

  it('is not given up for one bug after a long time without a server', async () => {
    const outbox = open();
    replies = ['lost', 'lost', 'lost', 'lost', problem(503), problem(500)];
    outbox.add(note('patient'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(posted).toHaveLength(7);
    expect(outbox.entries()).toEqual([]);
  });
});

describe('a command that changes nothing', () => {
  const noop: Reply = { status: 200, body: { outcome: 'noop', number, events: [] } };

  it('[P2] keeps what was typed with it, and says that it was not recorded', async () => {
    const outbox = open();
    replies = [noop];
    outbox.add({ type: 'incident.mitigate', number, input: { number, from: 'investigating', how: 'restarted it' } });
    await soon();
    expect(outbox.entries()).toMatchObject([
      { state: 'refused', text: 'restarted it', refusal: expect.stringMatching(/not recorded/) },
    ]);
  });

  it('is forgotten when nothing was typed', async () => {
    const outbox = open();
    replies = [noop];
    outbox.add({ type: 'triage.tick', number, input: { number, checklistId: 'a', itemId: 'b' } });
    await soon();
    expect(outbox.entries()).toEqual([]);
  });
});

describe('[P2] a command that is answered before the page has its events', () => {
  it('stays on the page until they are there, is not kept for later, and holds nothing up', async () => {
    let arrive = () => {};
    const outbox = new Outbox(person, () => new Promise<void>((resolve) => (arrive = resolve)));
    outbox.add(note('one'));
    await soon();
    expect(stored()).toEqual([]);
    expect(outbox.entries()).toMatchObject([{ state: 'sent', text: 'one' }]);
    outbox.add(note('two'));
    await soon();
    expect(texts()).toEqual(['one', 'two']);
    const arriveTwo = arrive;
    arriveTwo();
    await soon();
    expect(outbox.entries()).toMatchObject([{ state: 'sent', text: 'one' }]);
  });
});

describe('somebody who is signed out', () => {
  it('keeps what is not sent, marked so, and it is sent after the next sign-in, as it was', async () => {
    const outbox = open();
    replies = [problem(401), problem(401)];
    outbox.add(note('before'));
    await soon();
    expect(outbox.entries()).toMatchObject([{ state: 'needs_sign_in', text: 'before' }]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(outbox.entries()).toEqual([]);
    expect(new Set(posted).size).toBe(1);
  });

  it('[I8] never has it sent as somebody else, who neither sees nor loses it', async () => {
    replies = [problem(401)];
    open('first').add(note('mine'));
    await soon();
    vi.clearAllTimers();
    const other = open('second');
    other.add(note('theirs'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts()).toEqual(['mine', 'theirs']);
    expect(other.entries()).toEqual([]);
    expect(stored('first')).toMatchObject([{ text: 'mine', state: 'needs_sign_in' }]);
  });
});

describe('two tabs', () => {
  it('see each other’s entries, and what the other finished never comes back', async () => {
    const outbox = open();
    replies = ['lost'];
    onPost = (body) => {
      // The other tab has it acknowledged while ours is still on its way.
      const { commandId } = JSON.parse(body) as { commandId: string };
      localStorage.removeItem(`console.outbox.${person}.${commandId}`);
    };
    outbox.add(note('one'));
    await soon();
    expect(stored()).toEqual([]);
    expect(outbox.entries()).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).toHaveLength(1);
  });

  it('tell their pages when the other one changed something', () => {
    const outbox = open();
    replies = ['never'];
    let told = 0;
    const leave = outbox.subscribe(() => {
      told += 1;
    });
    const key = `console.outbox.${person}.0190a0a0-0000-7000-8000-000000000000`;
    localStorage.setItem(
      key,
      JSON.stringify({ commandId: '0190a0a0-0000-7000-8000-000000000000', state: 'refused', text: 'other' }),
    );
    window.dispatchEvent(new StorageEvent('storage', { key }));
    expect(outbox.entries()).toMatchObject([{ text: 'other' }]);
    window.dispatchEvent(new StorageEvent('storage', { key: 'console.outbox.somebody.1' }));
    expect(told).toBe(1);
    leave();
    window.dispatchEvent(new StorageEvent('storage', { key }));
    expect(told).toBe(1);
  });

  it('are not stopped by an entry that cannot be read', async () => {
    localStorage.setItem(`console.outbox.${person}.0`, '{"half":');
    const outbox = open();
    outbox.add(note('one'));
    await soon();
    expect(texts()).toEqual(['one']);
  });
});

describe('[K1] a declaration', () => {
  const ids = () => posted.map((body) => (JSON.parse(body) as { commandId: string }).commandId);

  it('tried again carries the same id, so that it is never declared twice; another one carries another', async () => {
    replies = ['lost', problem(503)];
    expect(await declareIncident({ title: 'Uploads fail' })).toMatchObject({
      ok: false,
      words: expect.stringMatching(/twice/),
    });
    await declareIncident({ title: 'Uploads fail' });
    expect(await declareIncident({ title: 'Uploads fail' })).toEqual({ ok: true, number });
    await declareIncident({ title: 'Uploads fail' });
    const [first, second, third, fourth] = ids();
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  it('of two clicks at once is one', async () => {
    await Promise.all([declareIncident({ title: 'x' }), declareIncident({ title: 'x' })]);
    expect(new Set(ids()).size).toBe(1);
  });

  it('with other words is another', async () => {
    replies = ['lost', 'lost'];
    await declareIncident({ title: 'one' });
    await declareIncident({ title: 'two' });
    expect(new Set(ids()).size).toBe(2);
  });

  it('that is refused, or for which nobody is signed in, says so', async () => {
    replies = [problem(403, { detail: 'This needs the responder role.' }), problem(401)];
    expect(await declareIncident({ title: 'x' })).toEqual({ ok: false, words: 'This needs the responder role.' });
    expect(await declareIncident({ title: 'x' })).toMatchObject({
      ok: false,
      words: expect.stringMatching(/signed out/),
    });
  });
});
