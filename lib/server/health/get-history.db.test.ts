import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PrismaClient } from '@/generated/prisma/client';
import { connectDatabase } from '@/lib/server/kernel/database';
import { freshDatabase } from '@/lib/testing/fresh-database';
import { getHistory } from './get-history';
import { rollUpHealth } from './roll-up';

let db: PrismaClient;
let drop: () => Promise<void>;
vi.mock('@/lib/server/kernel/database', async (original) => ({ ...(await original<object>()), database: () => db }));

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = connectDatabase(fresh.url, 2);
  drop = fresh.drop;
  for (let second = 0; second < 180; second += 5) {
    const polledAt = new Date(Date.UTC(2026, 10, 22, 3, 0, second));
    const status = second >= 60 && second < 120 ? 'down' : 'ok';
    await db.healthSample.create({
      data: { targetId: 'blue', polledAt, status: 'degraded', latencyMs: 10, components: { store: [status, second] } },
    });
  }
  await rollUpHealth(db, new Date(Date.UTC(2026, 10, 22, 3, 3, 0)));
});
afterAll(async () => {
  await db.$disconnect();
  await drop();
});

const from = new Date('2026-11-22T03:00:00Z');
const to = new Date('2026-11-22T03:03:00Z');

it('[H28] tells the same counts from raw samples and from minutes', async () => {
  const question = { target: 'blue', component: 'store', from, to };
  const minutes = await getHistory({ ...question, stepSeconds: 60 });
  expect(minutes.buckets.map(({ at, ok, down }) => [at.slice(11, 16), ok, down])).toEqual([
    ['03:00', 12, 0],
    ['03:01', 0, 12],
    ['03:02', 12, 0],
  ]);
  const raw = await getHistory({ ...question, stepSeconds: 30 });
  expect(raw.buckets).toHaveLength(6);
  expect(raw.buckets.reduce((sum, { down }) => sum + down, 0)).toBe(12);
  expect(minutes.buckets[0]?.latencyMaxMs).toBe(55);
});

it('tells of the target itself under an empty component', async () => {
  const own = await getHistory({ target: 'blue', component: '', from, to, stepSeconds: 60 });
  expect(own.buckets.map(({ degraded }) => degraded)).toEqual([12, 12, 12]);
});
