import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { aTarget } from '@/lib/testing/a-target';
import { applyPoll } from '../health/apply-poll';
import { firstSnapshot } from '../health/first-snapshot';
import type { ComponentStatus } from '../health/health';
import type { PollResult } from '../health/poll-result';
import type { TargetSnapshot } from '../health/target-snapshot';
import { buildMatrix } from './build-matrix';
import { type Glimpse, type Watch, type WatchFact, watchRound } from './watch-platform';

const catalogue = aCatalogue({ services: [aService('store'), aService('cache')] });
const startMs = Date.parse('2026-11-22T09:38:00.000Z');
const iso = (ms: number) => new Date(ms).toISOString();

type Answer = Record<string, ComponentStatus> | 'silent';

/** A console that polls made-up targets; `pass` is one round, five seconds after the one before unless told otherwise. */
class Night {
  nowMs = startMs;
  targets: TargetSnapshot[];
  watch: Watch | null = null;
  facts: WatchFact[] = [];

  constructor(ids: string[] = ['blue']) {
    this.targets = ids.map((id) => firstSnapshot({ id, name: `API ${id}` }, 5_000, iso(startMs)));
  }

  pass(answers: Record<string, Answer>, afterMs = 5_000, glimpses: Glimpse[] = []): WatchFact[] {
    this.nowMs += afterMs;
    const before = this.targets;
    this.targets = before.map((target) => applyPoll(target, this.#poll(answers[target.id] ?? 'silent')).after);
    const view = { asOf: iso(this.nowMs), targets: this.targets };
    const { watch, facts } = watchRound(catalogue, this.watch, { before, view, nowMs: this.nowMs, glimpses });
    this.watch = watch;
    this.facts.push(...facts);
    return facts;
  }

  /** The process ends; what was stored stays. */
  restart(): void {
    this.watch = null;
  }

  #poll(answer: Answer): PollResult {
    const at = iso(this.nowMs);
    if (answer === 'silent') return { ok: false, at, reason: 'no full answer within 5 s' } as PollResult;
    const components = Object.entries(answer).map(([key, status]) => ({ key, status }));
    return { ok: true, at, latencyMs: 1, reading: { overall: 'ok', components } } as PollResult;
  }
}

describe('[L6] facts from outside keep their time', () => {
  it('tells a change at the poll that saw it, and never what is as it was', () => {
    const night = new Night();
    expect(night.pass({ blue: { store: 'ok', cache: 'disabled' } })).toEqual([]);
    expect(night.pass({ blue: { store: 'ok', cache: 'disabled' } })).toEqual([]);
    const [fact, ...more] = night.pass({ blue: { store: 'down', cache: 'disabled' } });
    expect(fact).toMatchObject({ kind: 'changed', at: iso(night.nowMs), change: { from: 'ok', to: 'down' } });
    expect(more).toEqual([]);
  });

  it('says once that it was blind and from when until when, and that nothing changed by saying nothing', () => {
    const night = new Night();
    night.pass({ blue: { store: 'down', cache: 'disabled' } });
    const lastSeen = iso(night.nowMs);
    expect(night.pass({ blue: 'silent' })).toMatchObject([
      { kind: 'sight_lost', lastAnswerAt: lastSeen, services: [{ serviceId: 'store' }, { serviceId: 'cache' }] },
    ]);
    for (let round = 0; round < 10; round += 1) expect(night.pass({ blue: 'silent' })).toEqual([]);
    expect(night.pass({ blue: { store: 'down', cache: 'disabled' } })).toMatchObject([
      { kind: 'sight_regained', at: iso(night.nowMs), unknownFrom: lastSeen },
    ]);
  });

  it('after a blind phase tells what really differs, at the sight of it', () => {
    const night = new Night();
    night.pass({ blue: { store: 'down', cache: 'disabled' } });
    night.pass({ blue: 'silent' });
    const facts = night.pass({ blue: { store: 'ok', cache: 'disabled' } });
    expect(facts.map(({ kind }) => kind)).toEqual(['sight_regained', 'changed']);
    expect(facts[1]).toMatchObject({ at: iso(night.nowMs), change: { serviceId: 'store', from: 'down', to: 'ok' } });
  });

  it('is well again when the last instance is, not since the first always was', () => {
    const night = new Night(['blue', 'green']);
    night.pass({ blue: { store: 'ok' }, green: { store: 'ok' } });
    night.pass({ blue: { store: 'ok' }, green: { store: 'down' } });
    const [fact] = night.pass({ blue: { store: 'ok' }, green: { store: 'ok' } });
    expect(fact).toMatchObject({ kind: 'changed', at: iso(night.nowMs), change: { from: 'degraded', to: 'ok' } });
  });

  it('knows what was seen for a moment between two polls, before nothing was known any more', () => {
    const night = new Night(['blue', 'green']);
    night.pass({ blue: { store: 'ok' }, green: { store: 'ok' } });
    const at = iso(night.nowMs + 1_000);
    const [row] = buildMatrix(
      catalogue,
      {
        asOf: at,
        targets: night.targets.map((target) =>
          aTarget(target.id, { store: 'degraded' }, { polledAt: at, observedAt: at }),
        ),
      },
      Date.parse(at),
    ).rows;
    if (!row) throw new Error('no row');
    const facts = night.pass({ blue: 'silent', green: 'silent' }, 5_000, [{ row, at }]);
    expect(facts.map(({ kind }) => kind)).toEqual(['changed', 'sight_lost']);
    expect(facts[0]).toMatchObject({ at, change: { serviceId: 'store', from: 'ok', to: 'degraded' } });
    const back = { store: 'degraded' } as const;
    expect(night.pass({ blue: back, green: back }).map(({ kind }) => kind)).toEqual(['sight_regained']);
  });

  it('takes along what a target says itself', () => {
    const night = new Night();
    night.pass({ blue: { store: 'ok' } });
    const [target] = night.targets;
    const broken = aTarget('blue', { store: 'down' }, { ...target });
    broken.components = [
      { key: 'store', status: 'down', since: iso(night.nowMs + 5_000), changesAt: [], message: 'drive 2 of 4 offline' },
    ];
    const at = iso(night.nowMs + 5_000);
    const view = { asOf: at, targets: [{ ...broken, polledAt: at, observedAt: at }] };
    const { facts } = watchRound(catalogue, night.watch, { before: night.targets, view, nowMs: Date.parse(at) });
    expect(facts).toMatchObject([{ kind: 'changed', change: { message: 'drive 2 of 4 offline' } }]);
  });
});

describe('[L7] the console was not watching', () => {
  it('tells the gap and what is different since, not when that came', () => {
    const night = new Night();
    night.pass({ blue: { store: 'ok', cache: 'ok' } });
    const from = iso(night.nowMs);
    night.restart();
    expect(night.pass({ blue: { store: 'down', cache: 'ok' } }, 60_000)).toEqual([
      {
        ...{ kind: 'gap', at: iso(night.nowMs), from, to: iso(night.nowMs) },
        changes: [{ serviceId: 'store', name: 'store', from: 'ok', to: 'down' }],
      },
    ]);
    expect(night.pass({ blue: { store: 'down', cache: 'ok' } })).toEqual([]);
  });

  it('is no gap while a value may still be shown, and what changed over a quick restart is a change', () => {
    const night = new Night();
    night.pass({ blue: { store: 'ok' } });
    night.restart();
    expect(night.pass({ blue: { store: 'down' } }, 9_000)).toMatchObject([{ kind: 'changed' }]);
  });

  it('is no gap while one target hangs and others are asked', () => {
    const night = new Night(['blue', 'green']);
    night.pass({ blue: { store: 'ok' }, green: { store: 'ok' } });
    expect(night.pass({ blue: { store: 'ok' }, green: 'silent' })).toEqual([]);
  });

  it('takes what a first start sees for no change', () => {
    expect(new Night().pass({ blue: { store: 'down' } }, 3_600_000)).toEqual([]);
  });
});

it('[L6] [L7] over random nights no fact has a value or a time that the platform never had', () => {
  const status = fc.constantFrom<ComponentStatus>('ok', 'degraded', 'down', 'disabled');
  const answer = fc.oneof(
    { weight: 3, arbitrary: fc.record({ store: status, cache: status }) },
    { weight: 1, arbitrary: fc.constant('silent' as const) },
  );
  const round = fc.record({ answer, gapMs: fc.constantFrom(5_000, 5_000, 5_000, 60_000), restarts: fc.boolean() });
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 60 }), (rounds) => {
      const night = new Night();
      const had: { at: string; answer: Answer }[] = [];
      for (const { answer: said, gapMs, restarts } of rounds) {
        if (restarts) night.restart();
        const facts = night.pass({ blue: said }, gapMs);
        had.push({ at: iso(night.nowMs), answer: said });
        for (const fact of facts) holds(fact, had);
      }
    }),
    { numRuns: 300 },
  );
});

function holds(fact: WatchFact, had: readonly { at: string; answer: Answer }[]): void {
  const now = had.at(-1);
  const known = had.slice(0, -1).flatMap(({ at, answer }) => (answer === 'silent' ? [] : [{ at, answer }]));
  const last = known.at(-1);
  const changes = fact.kind === 'changed' ? [fact.change] : fact.kind === 'gap' ? fact.changes : [];
  expect(fact.at).toBe(now?.at);
  for (const { serviceId, from, to } of changes) {
    expect(now?.answer).toMatchObject({ [serviceId]: to });
    expect(last?.answer).toMatchObject({ [serviceId]: from });
    expect(from).not.toBe(to);
  }
  if (fact.kind === 'sight_lost') expect([now?.answer, fact.lastAnswerAt]).toEqual(['silent', last?.at]);
  if (fact.kind === 'sight_regained') expect(fact.unknownFrom).toBe(last?.at);
  if (fact.kind === 'gap') expect([fact.from, fact.to]).toEqual([had.at(-2)?.at, now?.at]);
}
