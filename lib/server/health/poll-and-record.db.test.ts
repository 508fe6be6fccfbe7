import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { aFollower } from '@/lib/testing/a-follower';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { aHttpServer, type HostileServer } from '@/lib/testing/hostile-server';
import { cutOff, setNodeEnvironment } from '@/lib/testing/node-environment';
import { now, replaceClock } from '../kernel/clock';
import { database } from '../kernel/database';
import { healthBoard } from './health-board';
import { pollAndRecord } from './poll-and-record';
import { storeHealth } from './store-health';

const intervalMs = 2_000;
const well = { status: 'ok', checks: { db: { status: 'ok', latency_ms: 3 }, s3: { status: 'ok' } } };
const broken = { status: 'degraded', checks: { db: { status: 'down', message: 'refused' }, s3: { status: 'ok' } } };

let fresh: FreshDatabase;
let server: HostileServer;
let answers: (object | 'reset')[] = [];
let asked: string[] = [];
const target = (id: string) => ({ id, name: id.toUpperCase(), url: `${server.url}/${id}` });
const ids = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

beforeAll(async () => {
  fresh = await freshDatabase();
  server = await aHttpServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers.shift() ?? well;
    if (answer === 'reset') return request.socket.resetAndDestroy();
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  setNodeEnvironment(fresh.url, {
    HEALTH_INTERVAL_MS: String(intervalMs),
    HEALTH_TARGETS: JSON.stringify(ids.map(target)),
  });
});
beforeEach(() => {
  answers = [];
  asked = [];
});
afterAll(async () => {
  await database().$disconnect();
  await server.close();
  await fresh.drop();
});

const poll = (id: string, stopped = new AbortController().signal) => pollAndRecord(target(id), intervalMs, stopped);
const samples = (targetId: string) =>
  database().healthSample.findMany({ where: { targetId }, orderBy: { polledAt: 'asc' } });
const transitions = (targetId: string) =>
  database().healthTransition.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
const stored = async (targetId: string) => {
  const row = await database().healthCurrent.findUniqueOrThrow({ where: { targetId } });
  return row.snapshot as unknown as TargetSnapshot;
};

describe('one turn of one target', () => {
  it('[H28] keeps the snapshot and a raw sample, tells every follower once, and is no transition at first sight', async () => {
    const follower = aFollower(['health']);
    await poll('one');
    follower.leave();
    expect(asked).toEqual(['/one']);
    const [sample, ...more] = await samples('one');
    expect(more).toEqual([]);
    expect(sample).toMatchObject({ status: 'ok', components: { db: ['ok', 3], s3: ['ok', null] } });
    expect(sample?.latencyMs).toBeGreaterThan(0);
    expect(await stored('one')).toEqual(healthBoard().get('one'));
    expect(await transitions('one')).toEqual([]);
    expect(follower.all('health')).toEqual([healthBoard().get('one')]);
  });

  it('[H25] asks again a second later before new bad news is shown, and shows nothing in between', async () => {
    await poll('two');
    answers = [broken, broken];
    const started = performance.now();
    const turn = poll('two');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(healthBoard().get('two')?.status).toBe('ok');
    await turn;
    expect(performance.now() - started).toBeGreaterThan(990);
    expect(asked).toEqual(['/two', '/two', '/two']);
    expect(healthBoard().get('two')).toMatchObject({
      status: 'degraded',
      components: [{ key: 'db', status: 'down' }, {}],
    });
    expect(await transitions('two')).toMatchObject([
      { component: '', fromStatus: 'ok', toStatus: 'degraded', message: null },
      { component: 'db', fromStatus: 'ok', toStatus: 'down', message: 'refused' },
    ]);
    expect((await samples('two')).map(({ status }) => status)).toEqual(['ok', 'degraded']);
  });

  it('[H25] shows no red when the second answer is good again', async () => {
    await poll('three');
    answers = ['reset', well];
    await poll('three');
    expect(asked).toHaveLength(3);
    expect(healthBoard().get('three')).toMatchObject({ status: 'ok', changesAt: [] });
    expect(await transitions('three')).toEqual([]);
  });

  it('[H22] records a failure as unknown, with the reason, and keeps the last good values', async () => {
    await poll('four');
    const good = healthBoard().get('four');
    answers = ['reset', 'reset', 'reset'];
    await poll('four');
    await poll('four');
    expect(asked).toHaveLength(4);
    expect(await stored('four')).toMatchObject({
      ...{ status: 'unknown', lastKnown: 'ok', observedAt: good?.observedAt, components: good?.components },
      ...{ message: 'connection reset', latencyMs: null },
    });
    expect(await samples('four')).toMatchObject([
      { status: 'ok' },
      { status: 'unknown', components: {}, latencyMs: null },
      {},
    ]);
    expect(await transitions('four')).toMatchObject([
      { component: '', fromStatus: 'ok', toStatus: 'unknown', message: 'connection reset' },
    ]);
  });

  it('records nothing when the node ceases to lead during the second look', async () => {
    await poll('five');
    const stopping = new AbortController();
    answers = ['reset'];
    const turn = poll('five', stopping.signal);
    setTimeout(() => stopping.abort(), 100);
    await turn;
    expect(healthBoard().get('five')?.status).toBe('ok');
    expect(await samples('five')).toHaveLength(1);
  });
});

describe('the board', () => {
  it('[P7] goes on while the database is away, and storing goes on once it is back', async () => {
    await poll('six');
    const heal = await cutOff(fresh.url);
    try {
      answers = [{ ...well, status: 'degraded' }];
      await poll('six');
      expect(healthBoard().get('six')).toMatchObject({ status: 'degraded' });
    } finally {
      await heal();
    }
    await poll('six');
    expect(await stored('six')).toEqual(healthBoard().get('six'));
    expect(healthBoard().get('six')?.changesAt).toHaveLength(2);
  });

  it('takes from the database only what is newer, and no target it does not know', async () => {
    await poll('seven');
    const known = healthBoard().get('seven');
    if (!known) throw new Error('not polled');
    const older = { ...known, polledAt: '2020-01-01T00:00:00.000Z', status: 'down' as const };
    await storeHealth(older, []);
    await healthBoard().refresh(['seven']);
    expect(healthBoard().get('seven')).toEqual(known);
    const newer = { ...known, polledAt: now().toISOString(), status: 'down' as const, name: 'an old name' };
    await storeHealth(newer, []);
    await storeHealth({ ...newer, id: 'foreign' }, []);
    await healthBoard().refresh();
    await healthBoard().refresh(['foreign']);
    expect(healthBoard().get('seven')).toEqual({ ...newer, name: 'SEVEN' });
    expect(
      healthBoard()
        .view()
        .targets.map(({ id }) => id),
    ).toEqual([...ids, 'console']);
  });

  it('[P1] follows a clock that is set back by an hour, rather than wait an hour', async () => {
    await poll('seven');
    const restore = replaceClock({ now: () => new Date(Date.now() - 3_600_000) });
    try {
      answers = [{ ...well, status: 'degraded' }];
      await poll('seven');
      expect(healthBoard().get('seven')?.status).toBe('degraded');
    } finally {
      restore();
    }
  });
});
