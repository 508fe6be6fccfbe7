import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Present } from '@/lib/domain/access/presence';
import { aFollower, readSse, type TestFollower } from '@/lib/testing/a-follower';
import { eventually } from '@/lib/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff, setNodeEnvironment } from '@/lib/testing/node-environment';
import { type Follower, Hub } from '../kernel/hub';
import { listen } from '../kernel/listen';
import { readPool } from '../kernel/read-pool';
import { Presence, presence } from './presence';
import { tendPresence } from './tend-presence';

const number = 'INC-2026-0007';
const topic = `incident:${number}`;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  setNodeEnvironment(fresh.url);
});
afterAll(async () => {
  await readPool().end();
  await fresh.drop();
});

const ends: (() => unknown)[] = [];
beforeEach(() => {
  // Only the seconds between two ticks are ours to move; the database keeps its own time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  ends.push(tendPresence());
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  vi.useRealTimers();
});

function joins(id: string): TestFollower {
  const follower = aFollower([topic], id, id, { name: id, role: 'responder' });
  ends.push(follower.leave);
  return follower;
}

const lastIds = (follower: TestFollower) =>
  follower
    .all<Present>('presence')
    .at(-1)
    ?.people.map(({ id }) => id);

function listening(node: Presence): Promise<void> {
  return new Promise<void>((onConnect) => {
    ends.push(listen(fresh.url, { channels: ['presence_changed'], onConnect, onNotify: (_, said) => node.hear(said) }));
  });
}

/** Another node on the same database: a hub and a presence of its own, and its connection to listen by. */
async function anotherNode(who: string) {
  const hub = new Hub();
  const there = new Presence(hub);
  const told: Present[] = [];
  const send: Follower['send'] = (bytes) => void told.push(readSse(bytes).data as Present);
  const person = { signInId: who, personId: who, name: who, role: 'lead' as const };
  hub.join({ topics: new Set([topic]), ...person, send, close: () => {} });
  await listening(there);
  const tick = async () => {
    for (const said of there.tick()) await readPool().query("SELECT pg_notify('presence_changed', $1)", [said]);
  };
  return { tick, ids: () => told.at(-1)?.people.map(({ id }) => id) };
}

describe('[A8] two nodes on one database', () => {
  it('know of each other’s people, and that they left', async () => {
    const other = await anotherNode('there');
    await listening(presence());
    const here = joins('here');
    await eventually(async () => {
      vi.advanceTimersByTime(1_000);
      await other.tick();
      expect(other.ids()).toEqual(['there', 'here']);
    });
    await eventually(() => {
      vi.advanceTimersByTime(1_000);
      expect(lastIds(here)).toEqual(['there', 'here']);
    });
    here.leave();
    await eventually(async () => {
      vi.advanceTimersByTime(1_000);
      await other.tick();
      expect(other.ids()).toEqual(['there']);
    });
  });
});

describe('[A10] [P7] without the database', () => {
  it('a node goes on telling who is here by itself', async () => {
    const one = joins('one');
    vi.advanceTimersByTime(1_000);
    await eventually(() => expect(lastIds(one)).toContain('one'));
    const heal = await cutOff(fresh.url);
    try {
      const two = joins('two');
      vi.advanceTimersByTime(1_000);
      expect(lastIds(one)).toEqual(expect.arrayContaining(['one', 'two']));
      two.leave();
      await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(1_000);
      expect(lastIds(one)).not.toContain('two');
    } finally {
      await heal();
    }
  });
});
