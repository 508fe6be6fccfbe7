import { describe, expect, it } from 'vitest';
import { aTarget, noon, noonMs } from '@/lib/testing/a-target';
import { applyPoll } from './apply-poll';
import { firstSnapshot } from './first-snapshot';
import type { ComponentStatus } from './health';
import type { PollResult } from './poll-result';
import type { TargetSnapshot } from './target-snapshot';

const plus = (seconds: number) => new Date(noonMs + seconds * 1_000).toISOString();

function answer(at: string, overall: ComponentStatus, components: Record<string, ComponentStatus> = {}): PollResult {
  const read = Object.entries(components).map(([key, status]) => ({ key, status }));
  return { ok: true, at, latencyMs: 7, reading: { overall, components: read } };
}

const failure = (at: string, reason = 'connection refused'): PollResult => ({ ok: false, at, reason });

/** Applies polls one after the other; answers the last snapshot and all transitions. */
function applyAll(start: TargetSnapshot, polls: readonly PollResult[]) {
  let snapshot = start;
  const transitions = polls.flatMap((poll) => {
    const applied = applyPoll(snapshot, poll);
    snapshot = applied.after;
    return applied.transitions;
  });
  return { snapshot, transitions };
}

const fresh = () => firstSnapshot({ id: 'blue', name: 'Blue' }, 5_000, noon);

describe('the first sight of a target', () => {
  it('[H24] is no transition, of neither the target nor its components, whatever it shows', () => {
    const { after: seen, transitions } = applyPoll(fresh(), answer(plus(1), 'down', { db: 'down', redis: 'ok' }));
    expect(transitions).toEqual([]);
    expect(seen).toMatchObject({
      status: 'down',
      since: plus(1),
      changesAt: [],
      answersSince: plus(1),
      answerChangesAt: [],
    });
    expect(seen.components).toEqual([
      { key: 'db', status: 'down', since: plus(1), changesAt: [] },
      { key: 'redis', status: 'ok', since: plus(1), changesAt: [] },
    ]);
  });

  it('[H22] [H24] stays unknown since it was configured when the first poll fails', () => {
    const { after: seen, transitions } = applyPoll(fresh(), failure(plus(1)));
    expect(transitions).toEqual([]);
    expect(seen).toMatchObject({
      ...{ status: 'unknown', since: noon, polledAt: plus(1), observedAt: null, lastKnown: null },
      ...{ answersSince: null, answerChangesAt: [], message: 'connection refused' },
    });
  });

  it('[H24] counts as first also when polls before it failed, for components; the target turns from unknown', () => {
    const { transitions } = applyAll(fresh(), [failure(plus(1)), answer(plus(6), 'ok', { db: 'down' })]);
    expect(transitions).toEqual([{ targetId: 'blue', component: '', from: 'unknown', to: 'ok', at: plus(6) }]);
  });

  it('[H24] of a component that appears later is no transition', () => {
    const { after: seen, transitions } = applyPoll(
      aTarget('blue', { db: 'ok' }),
      answer(plus(5), 'ok', { db: 'ok', s3: 'down' }),
    );
    expect(transitions).toEqual([]);
    expect(seen.components[1]).toEqual({ key: 's3', status: 'down', since: plus(5), changesAt: [] });
  });
});

describe('[H22] a failed poll', () => {
  const before = aTarget('blue', { db: 'degraded', redis: 'ok' }, { status: 'degraded', lastKnown: 'degraded' });

  it('makes the target unknown since that moment and says why', () => {
    const { after: silent, transitions } = applyPoll(before, failure(plus(5), 'no full answer within 5 s'));
    expect(silent).toMatchObject({
      ...{ status: 'unknown', since: plus(5), polledAt: plus(5), latencyMs: null },
      ...{ message: 'no full answer within 5 s', answersSince: null, answerChangesAt: [plus(5)] },
    });
    expect(transitions).toEqual([
      {
        targetId: 'blue',
        component: '',
        from: 'degraded',
        to: 'unknown',
        at: plus(5),
        message: 'no full answer within 5 s',
      },
    ]);
  });

  it('keeps the last good values with their age', () => {
    const { after: silent } = applyPoll(before, failure(plus(5)));
    expect(silent).toMatchObject({ lastKnown: 'degraded', observedAt: noon, components: before.components });
  });

  it('leaves since, last good values and age alone when it fails again, and is no second transition', () => {
    const { snapshot, transitions } = applyAll(
      before,
      [5, 10, 15].map((s) => failure(plus(s), `reason ${s}`)),
    );
    expect(snapshot).toMatchObject({
      ...{ since: plus(5), observedAt: noon, polledAt: plus(15), message: 'reason 15', lastKnown: 'degraded' },
      ...{ changesAt: [plus(5)], answerChangesAt: [plus(5)] },
    });
    expect(transitions).toHaveLength(1);
  });

  it('is no transition when the target had answered "unknown", but it does cease to answer', () => {
    const unsure = aTarget('blue', {}, { status: 'unknown', since: noon });
    const { after: silent, transitions } = applyPoll(unsure, failure(plus(5)));
    expect(transitions).toEqual([]);
    expect(silent).toMatchObject({ since: noon, answersSince: null, answerChangesAt: [plus(5)] });
  });

  it('does not change what it was given', () => {
    const copy = structuredClone(before);
    applyPoll(before, failure(plus(5)));
    applyPoll(before, answer(plus(5), 'down', { db: 'down' }));
    expect(before).toEqual(copy);
  });
});

describe('an answer', () => {
  it('[H23] that says the same again does not move since, and is no transition', () => {
    const { snapshot, transitions } = applyAll(aTarget('blue', { db: 'ok' }), [
      answer(plus(5), 'ok', { db: 'ok' }),
      answer(plus(10), 'ok', { db: 'ok' }),
    ]);
    expect(transitions).toEqual([]);
    expect(snapshot).toMatchObject({ since: noon, observedAt: plus(10), polledAt: plus(10), answersSince: noon });
    expect(snapshot.components[0]).toMatchObject({ since: noon, changesAt: [] });
  });

  it('[H24] that says otherwise is one transition for each thing that changed, with its message', () => {
    const poll: PollResult = {
      ...{ ok: true, at: plus(5), latencyMs: 9 },
      reading: {
        ...{ overall: 'degraded', message: 'one part fails' },
        components: [
          { key: 'db', status: 'down', message: 'connection refused', latencyMs: 3 },
          { key: 'redis', status: 'ok' },
        ],
      },
    };
    const { after: seen, transitions } = applyPoll(aTarget('blue', { db: 'ok', redis: 'ok' }), poll);
    expect(transitions).toEqual([
      { targetId: 'blue', component: '', from: 'ok', to: 'degraded', at: plus(5), message: 'one part fails' },
      { targetId: 'blue', component: 'db', from: 'ok', to: 'down', at: plus(5), message: 'connection refused' },
    ]);
    expect(seen).toMatchObject({
      status: 'degraded',
      since: plus(5),
      changesAt: [plus(5)],
      lastKnown: 'degraded',
      latencyMs: 9,
    });
    expect(seen.components[0]).toEqual({
      ...{ key: 'db', status: 'down', since: plus(5), changesAt: [plus(5)] },
      ...{ message: 'connection refused', latencyMs: 3 },
    });
  });

  it('[H23] after failed polls: the target is what it says since now, and answers since now', () => {
    const { snapshot, transitions } = applyAll(aTarget('blue', { db: 'ok' }), [
      failure(plus(5)),
      failure(plus(10)),
      answer(plus(15), 'ok', { db: 'ok' }),
    ]);
    expect(snapshot).toMatchObject({
      ...{ status: 'ok', since: plus(15), answersSince: plus(15), observedAt: plus(15) },
      ...{ changesAt: [plus(5), plus(15)], answerChangesAt: [plus(5), plus(15)] },
    });
    expect(snapshot).not.toHaveProperty('message');
    // The component was not seen to change, so it is what it was since it was first seen so.
    expect(snapshot.components[0]).toMatchObject({ since: noon, changesAt: [] });
    expect(transitions.map(({ from, to }) => `${from} ${to}`)).toEqual(['ok unknown', 'unknown ok']);
  });

  it('[H24] shows a component that changed while nobody could look as changed now', () => {
    const { transitions } = applyAll(aTarget('blue', { db: 'ok' }), [
      failure(plus(5)),
      answer(plus(10), 'down', { db: 'down' }),
    ]);
    expect(transitions.filter(({ component }) => component === 'db')).toEqual([
      { targetId: 'blue', component: 'db', from: 'ok', to: 'down', at: plus(10) },
    ]);
  });

  it('drops components it no longer names', () => {
    const { after: seen, transitions } = applyPoll(
      aTarget('blue', { db: 'ok', old: 'down' }),
      answer(plus(5), 'ok', { db: 'ok' }),
    );
    expect(seen.components.map(({ key }) => key)).toEqual(['db']);
    expect(transitions).toEqual([]);
  });

  it('remembers the last 20 changes and no more, of the target, its components and its answering', () => {
    const flips = Array.from({ length: 60 }, (_, index): PollResult => {
      const at = plus(5 * (index + 1));
      if (index % 3 === 2) return failure(at);
      return index % 3 === 0 ? answer(at, 'down', { db: 'down' }) : answer(at, 'ok', { db: 'ok' });
    });
    const { snapshot } = applyAll(aTarget('blue', { db: 'ok' }), flips);
    const [db] = snapshot.components;
    for (const changes of [snapshot.changesAt, snapshot.answerChangesAt, db?.changesAt ?? []]) {
      expect(changes).toHaveLength(20);
      expect(changes).toEqual(changes.toSorted());
    }
    expect(snapshot.changesAt.at(-1)).toBe(plus(300));
  });
});
