import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PrismaClient } from '@/generated/prisma/client';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { connectDatabase } from '../kernel/database';
import { pruneHealth, rollUpHealth } from './roll-up';

let fresh: FreshDatabase;
let db: PrismaClient;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = connectDatabase(fresh.url, 2);
});
beforeEach(async () => {
  await db.healthSample.deleteMany();
  await db.healthMinute.deleteMany();
});
afterAll(async () => {
  await db.$disconnect();
  await fresh.drop();
});

const startMs = Date.parse('2026-11-22T11:50:00.000Z');
const at = (seconds: number) => new Date(startMs + seconds * 1_000);
const words = ['ok', 'ok', 'degraded', 'down', 'unknown', 'disabled'] as const;
type Word = (typeof words)[number];

interface Sample {
  targetId: string;
  polledAt: Date;
  status: Word;
  latencyMs: number | null;
  components: Record<string, [Word, number | null]>;
}

/** Samples every 5 s; statuses and latencies go through all there are, a little differently for each target. */
function samplesOf(targetId: string, seconds: number, from = 0): Sample[] {
  return Array.from({ length: seconds / 5 }, (_, index) => {
    const turn = index * 7 + targetId.length;
    const status = words[turn % words.length] ?? 'ok';
    const isSilent = status === 'unknown';
    const components: Sample['components'] = isSilent
      ? {}
      : { db: [words[(turn + 2) % words.length] ?? 'ok', turn % 3 === 0 ? null : turn], __proto__2: ['ok', null] };
    return {
      targetId,
      polledAt: at(from + index * 5),
      status,
      latencyMs: isSilent ? null : (turn % 90) + 0.5,
      components,
    };
  });
}

/** The same figures, counted the slow way. */
function counted(samples: readonly Sample[], until: Date) {
  const rows = new Map<string, { words: Word[]; latencies: number[] }>();
  const add = (targetId: string, component: string, polledAt: Date, word: Word, latency: number | null) => {
    const minute = new Date(Math.floor(polledAt.getTime() / 60_000) * 60_000);
    if (minute.getTime() >= Math.floor(until.getTime() / 60_000) * 60_000) return;
    const key = `${targetId} ${component} ${minute.toISOString()}`;
    const row = rows.get(key) ?? { words: [], latencies: [] };
    row.words.push(word);
    if (latency !== null) row.latencies.push(latency);
    rows.set(key, row);
  };
  for (const { targetId, polledAt, status, latencyMs, components } of samples) {
    add(targetId, '', polledAt, status, latencyMs);
    for (const [key, [word, latency]] of Object.entries(components)) add(targetId, key, polledAt, word, latency);
  }
  const count = (list: readonly Word[], ...wanted: Word[]) => list.filter((word) => wanted.includes(word)).length;
  return [...rows]
    .map(([key, row]) => ({
      key,
      ok: count(row.words, 'ok', 'disabled'),
      degraded: count(row.words, 'degraded'),
      down: count(row.words, 'down'),
      unknown: count(row.words, 'unknown'),
      avg: row.latencies.length === 0 ? null : row.latencies.reduce((sum, ms) => sum + ms, 0) / row.latencies.length,
      max: row.latencies.length === 0 ? null : Math.max(...row.latencies),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function rolled() {
  const rows = await db.healthMinute.findMany();
  return rows
    .map(({ targetId, component, minute, latencyAvgMs, latencyMaxMs, ...counts }) => ({
      key: `${targetId} ${component} ${minute.toISOString()}`,
      ...counts,
      avg: latencyAvgMs,
      max: latencyMaxMs,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Averages may differ in the last bit. */
const about = (rows: Awaited<ReturnType<typeof rolled>>) =>
  rows.map((row) => ({ ...row, avg: row.avg === null ? null : expect.closeTo(row.avg, 6) }));

const samples = [...samplesOf('blue', 600), ...samplesOf('green', 600), ...samplesOf('x', 300, 150)];

describe('[H28] minutes', () => {
  it('equal what the raw samples say, for targets and components, without the minute that is not over', async () => {
    await db.healthSample.createMany({ data: samples });
    await rollUpHealth(db, at(570));
    expect(await rolled()).toEqual(about(counted(samples, at(570))));
    const perTarget = await db.healthMinute.aggregate({
      where: { component: '', targetId: 'blue' },
      _sum: { ok: true, degraded: true, down: true, unknown: true },
    });
    expect(Object.values(perTarget._sum).reduce((sum, part) => (sum ?? 0) + (part ?? 0), 0)).toBe(540 / 5);
  });

  it('are the same when rolled up twice', async () => {
    await db.healthSample.createMany({ data: samples });
    await rollUpHealth(db, at(600));
    const once = await rolled();
    await rollUpHealth(db, at(600));
    expect(await rolled()).toEqual(once);
  });

  it('are caught up by a run that comes late, and by a run after one that was cut short', async () => {
    await db.healthSample.createMany({ data: samples });
    await rollUpHealth(db, at(60));
    await rollUpHealth(db, at(130));
    await db.healthMinute.deleteMany({ where: { minute: at(60), targetId: 'green' } });
    await rollUpHealth(db, at(600));
    expect(await rolled()).toEqual(about(counted(samples, at(600))));
  });

  it('take in a sample that was stored just after its minute had been rolled up', async () => {
    const late: Sample = { targetId: 'blue', polledAt: at(59), status: 'down', latencyMs: 999, components: {} };
    await db.healthSample.createMany({ data: samples });
    await rollUpHealth(db, at(60));
    await db.healthSample.create({ data: late });
    await rollUpHealth(db, at(120));
    expect(await rolled()).toEqual(about(counted([...samples, late], at(120))));
  });

  it('have nothing to do without samples', async () => {
    await rollUpHealth(db, at(600));
    expect(await rolled()).toEqual([]);
  });
});

describe('[H28] pruning', () => {
  it('takes raw samples after 48 h and minutes after 90 days, to the second, and transitions never', async () => {
    const nowAt = at(0);
    const ago = (hours: number, ms = 0) => new Date(startMs - hours * 3_600_000 + ms);
    const sample = (polledAt: Date): Sample => ({
      targetId: 'blue',
      polledAt,
      status: 'ok',
      latencyMs: 1,
      components: {},
    });
    const minute = (when: Date) => ({
      ...{ targetId: 'blue', component: '', minute: when, ok: 12, degraded: 0, down: 0, unknown: 0 },
      ...{ latencyAvgMs: 1, latencyMaxMs: 1 },
    });
    await db.healthSample.createMany({ data: [sample(ago(48)), sample(ago(48, -1)), sample(ago(1))] });
    await db.healthMinute.createMany({ data: [minute(ago(90 * 24)), minute(ago(90 * 24 + 1)), minute(ago(49))] });
    const transition = { targetId: 'blue', component: 'db', fromStatus: 'ok', toStatus: 'down', at: ago(24 * 365 * 5) };
    await db.healthTransition.create({ data: transition });

    await pruneHealth(db, nowAt);
    await pruneHealth(db, nowAt);

    const kept = await db.healthSample.findMany({ orderBy: { polledAt: 'asc' } });
    expect(kept.map(({ polledAt }) => polledAt)).toEqual([ago(48), ago(1)]);
    const minutes = await db.healthMinute.findMany({ orderBy: { minute: 'asc' } });
    expect(minutes.map((row) => row.minute)).toEqual([ago(90 * 24), ago(49)]);
    expect(await db.healthTransition.count()).toBe(1);
  });

  it('leaves the minutes whose samples are gone as they were', async () => {
    await db.healthSample.createMany({ data: samplesOf('blue', 120) });
    await rollUpHealth(db, at(120));
    const before = await rolled();
    await pruneHealth(db, at(50 * 3_600));
    await rollUpHealth(db, at(50 * 3_600));
    expect(await db.healthSample.count()).toBe(0);
    expect(await rolled()).toEqual(before);
  });
});
