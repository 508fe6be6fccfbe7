import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadCount, Present, PresentPerson } from '@/lib/domain/access/presence';
import type { AccessRole } from '@/lib/domain/access/role';
import { readSse } from '@/lib/testing/a-follower';
import { replaceClock } from '../kernel/clock';
import { type Follower, Hub } from '../kernel/hub';
import type { AudienceOf } from './head-counts';
import { Presence } from './presence';

const number = 'INC-2026-0007';
const topic = `incident:${number}`;

let nowMs = Date.parse('2026-11-22T12:00:00.000Z');
let restoreClock = () => {};
beforeEach(() => {
  restoreClock = replaceClock({ now: () => new Date(nowMs) });
});
afterEach(() => restoreClock());
const pass = (seconds: number) => {
  nowMs += seconds * 1_000;
};

/** One node: its hub, its presence, and what its ticks announced. */
function aNode(audienceOf?: AudienceOf) {
  const hub = new Hub();
  return { hub, presence: new Presence(hub, audienceOf) };
}

function follow(hub: Hub, id: string, { topics = [topic], role = 'responder' as AccessRole } = {}) {
  const told: Present[] = [];
  const follower: Follower = {
    ...{ topics: new Set(topics), signInId: id, personId: id, name: `Name of ${id}`, role },
    send: (bytes) => {
      const { event, data } = readSse(bytes);
      if (event === 'presence') told.push(data as Present);
    },
    close: () => hub.leave(follower),
  };
  hub.join(follower);
  const ids = () => told.at(-1)?.people.map((person: PresentPerson) => person.id);
  return { follower, told, ids, leave: () => hub.leave(follower) };
}

/** Somebody who looks at the list of incidents, and the counts they were told. */
function followList(hub: Hub, id: string) {
  const counts: HeadCount[] = [];
  const follower: Follower = {
    ...{ topics: new Set(['incidents', `incidents:${id}`]), signInId: id, personId: id, name: id, role: 'viewer' },
    send: (bytes) => {
      const { event, data } = readSse(bytes);
      if (event === 'here') counts.push(...(data as { counts: HeadCount[] }).counts);
    },
    close: () => hub.leave(follower),
  };
  hub.join(follower);
  return { counts };
}

/** A second passes on all of them, and each hears what the others say. */
function tickAll(...nodes: ReturnType<typeof aNode>[]) {
  pass(1);
  for (const { presence } of nodes)
    for (const said of presence.tick()) for (const other of nodes) other.presence.hear(said);
}

describe('[A8] who has an incident open', () => {
  it('is told to all who have, a viewer too, and again when somebody leaves', () => {
    const { hub, presence } = aNode();
    const one = follow(hub, 'one');
    const viewer = follow(hub, 'viewer', { role: 'viewer' });
    presence.tick();
    expect(one.told).toEqual([
      {
        number,
        people: [
          { id: 'one', name: 'Name of one', role: 'responder' },
          { id: 'viewer', name: 'Name of viewer', role: 'viewer' },
        ],
        more: 0,
      },
    ]);
    expect(viewer.told).toEqual(one.told);
    viewer.leave();
    presence.tick();
    expect(one.ids()).toEqual(['one']);
  });

  it('counts one person once, whatever number of streams they hold, and nobody twice as they close', () => {
    const { hub, presence } = aNode();
    const streams = Array.from({ length: 8 }, () => follow(hub, 'one'));
    presence.tick();
    expect(streams[0]?.told).toHaveLength(1);
    for (const stream of streams.slice(1)) stream.leave();
    presence.tick();
    expect(streams[0]?.told).toHaveLength(1);
    expect(streams[0]?.ids()).toEqual(['one']);
  });

  it('is the same on two nodes, each person once, and forgets a node that falls silent for 15 s', () => {
    const [one, other] = [aNode(), aNode()];
    const here = follow(one.hub, 'here');
    const there = follow(other.hub, 'there');
    follow(other.hub, 'here');
    tickAll(one, other);
    tickAll(one, other);
    expect(here.ids()).toEqual(['here', 'there']);
    expect(there.ids()).toEqual(['here', 'there']);
    for (let second = 0; second < 30; second += 1) tickAll(one, other);
    expect(here.ids()).toEqual(['here', 'there']);
    for (let second = 0; second < 9; second += 1) tickAll(one);
    expect(here.ids()).toEqual(['here', 'there']);
    for (let second = 0; second < 7; second += 1) tickAll(one);
    expect(here.ids()).toEqual(['here']);
  });

  it('knows that somebody left another node at once, not after its silence', () => {
    const [one, other] = [aNode(), aNode()];
    const here = follow(one.hub, 'here');
    const there = follow(other.hub, 'there');
    for (let second = 0; second < 3; second += 1) tickAll(one, other);
    there.leave();
    tickAll(one, other);
    tickAll(one, other);
    expect(here.ids()).toEqual(['here']);
  });
});

describe('[A9] who is here', () => {
  it('is never told to those who do not follow that incident', () => {
    const [one, other] = [aNode(), aNode()];
    const outsider = follow(one.hub, 'outsider', { topics: ['health', 'incidents', 'incident:INC-2026-0008'] });
    const list = follow(other.hub, 'list', { topics: ['incidents'] });
    follow(other.hub, 'insider');
    tickAll(one, other);
    tickAll(one, other);
    expect(outsider.told.map((told) => (told as { number?: string }).number)).toEqual(['INC-2026-0008']);
    expect(list.told).toEqual([]);
    expect(one.presence.greeting('INC-2026-0008')).toBeDefined();
    expect(one.presence.greeting(number)).toBeUndefined();
  });

  it('is a number to all who may know of the incident, on any node, told when it changes and to whoever comes', () => {
    const [one, other] = [aNode(() => null), aNode(() => null)];
    const list = followList(other.hub, 'list');
    const insider = follow(one.hub, 'insider');
    tickAll(one, other);
    tickAll(one, other);
    expect(list.counts).toEqual([{ number, count: 1 }]);
    expect(other.presence.countsFor('anybody')).toEqual([{ number, count: 1 }]);
    insider.leave();
    tickAll(one, other);
    tickAll(one, other);
    expect(list.counts).toEqual([
      { number, count: 1 },
      { number, count: 0 },
    ]);
    expect(other.presence.countsFor('anybody')).toEqual([]);
  });

  it('[A7] of a private incident is not even a number to those it does not name, nor while that is not known', () => {
    let audience: readonly string[] | undefined;
    const { hub, presence } = aNode(() => audience);
    const [named, outsider] = [followList(hub, 'named'), followList(hub, 'outsider')];
    follow(hub, 'named');
    presence.tick();
    expect([named.counts, presence.countsFor('named')]).toEqual([[], []]);
    audience = ['named'];
    presence.tick();
    expect(named.counts).toEqual([{ number, count: 1 }]);
    expect(outsider.counts).toEqual([]);
    expect([presence.countsFor('named').length, presence.countsFor('outsider').length]).toEqual([1, 0]);
  });

  it('greets with what was last told, and with nothing once nobody follows', () => {
    const { hub, presence } = aNode();
    expect(presence.greeting(number)).toBeUndefined();
    const one = follow(hub, 'one');
    presence.tick();
    expect(readSse(presence.greeting(number) ?? '').data).toEqual(one.told.at(-1));
    one.leave();
    presence.tick();
    expect(presence.greeting(number)).toBeUndefined();
  });

  it('is one message to each for a thousand who join at once: thirty names, and how many more', () => {
    const { hub, presence } = aNode();
    const crowd = Array.from({ length: 1_000 }, (_, index) => follow(hub, `p${index}`));
    const said = presence.tick();
    expect(crowd.every(({ told }) => told.length === 1)).toBe(true);
    expect([crowd[0]?.told[0]?.people.length, crowd[0]?.told[0]?.more]).toEqual([30, 970]);
    expect(said).toHaveLength(1);
    presence.tick();
    expect(crowd.every(({ told }) => told.length === 1)).toBe(true);
  });

  it('fits into a notification however long the names are, and cannot be upset by what it cannot read', () => {
    const { hub, presence } = aNode();
    for (let index = 0; index < 40; index += 1) {
      const follower = follow(hub, `p${index}`).follower;
      follower.name = '名'.repeat(100);
    }
    const [said = ''] = presence.tick();
    expect(Buffer.byteLength(said)).toBeLessThan(8_000);
    const { people, more } = JSON.parse(said) as Present;
    expect(people.length + more).toBe(40);
    for (const nonsense of ['', '{', 'null', '{"number":1}', '{"node":"x","number":"y","people":5}'])
      expect(() => presence.hear(nonsense)).not.toThrow();
    expect(() => presence.tick()).not.toThrow();
  });
});
