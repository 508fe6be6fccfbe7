import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RecordedEvent } from '@/lib/domain/contents';
import { aFollower, readSse, type TestFollower } from '@/lib/testing/a-follower';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { eventually } from '@/lib/testing/eventually';
import { cutOff, killConnections, setNodeEnvironment } from '@/lib/testing/node-environment';
import { database } from '../kernel/database';
import * as eventStore from '../kernel/event-store';
import { greetFollower } from '../kernel/greet-follower';
import { listen } from '../kernel/listen';
import { IncidentPublisher, incidentPublisher } from './publish-incidents';

vi.mock('../kernel/event-store', async (original) => {
  const real = await original<typeof eventStore>();
  return { ...real, readEvents: vi.fn(real.readEvents) };
});
const reads = vi.mocked(eventStore.readEvents);

let door: TestDoor;
beforeAll(async () => {
  door = await aWriteDoor();
  setNodeEnvironment(door.url, { HEALTH_TARGETS: '[{"id":"one","name":"One","url":"http://127.0.0.1:9/"}]' });
});
afterEach(() => {
  for (const follower of joined.splice(0)) follower.leave();
});
afterAll(async () => {
  await database().$disconnect();
  await door.close();
});

const commander = anActor('commander');
const inside = (topics: readonly string[]) => topics.map((topic) => topic.replace('incident:', 'inside:'));
const joined: TestFollower[] = [];
/** Somebody who follows these, and of incidents all that responders are told. */
const follow = (...topics: string[]) => {
  const follower = aFollower([...topics, ...inside(topics)]);
  joined.push(follower);
  return follower;
};

async function declare(): Promise<string> {
  const outcome = outcomeOf(await door.send(commander, 'incident.declare', { title: 'Uploads fail' }));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

const note = (number: string, text: string) => door.send(commander, 'timeline.add_note', { number, text });

/** The `seq` of every event this follower was sent, in the order it came. */
const seqs = (follower: TestFollower) =>
  follower.all<{ events: RecordedEvent[] }>('incident').flatMap(({ events }) => events.map(({ seq }) => seq));
const upTo = (last: number, from = 3) => Array.from({ length: last - from + 1 }, (_, index) => from + index);
const pointer = (number: string, from: number, to = from) => JSON.stringify({ number, from, to });

describe('[K9] a follower', () => {
  it('gets every event once, in order and without a gap, though the listening connection is killed again and again', async () => {
    const number = await declare();
    const followers = [follow(`incident:${number}`), follow(`incident:${number}`, 'incidents')];
    const publisher = new IncidentPublisher();
    publisher.follow(number, 2);
    let connects = 0;
    const stop = listen(door.url, {
      channels: ['incident_changed'],
      onNotify: (_, payload) => publisher.poke(payload),
      onConnect: () => {
        connects += 1;
        void publisher.catchUp();
      },
    });
    await eventually(() => expect(connects).toBe(1));
    let written = 0;
    const killing = (async () => {
      for (const share of [20, 70, 120, 170]) {
        while (written < share) await new Promise((resolve) => setTimeout(resolve, 1));
        await killConnections(door.url, 'incident-console listener');
      }
    })();
    await Promise.all(
      Array.from({ length: 4 }, async (_, writer) => {
        for (let index = 0; index < 50; index += 1) {
          await note(number, `${writer}: ${index}`);
          written += 1;
        }
      }),
    );
    await killing;
    await eventually(() => expect(connects).toBeGreaterThanOrEqual(2));
    await eventually(() => expect(followers.map((follower) => seqs(follower).length)).toEqual([200, 200]));
    await stop();
    for (const follower of followers) expect(seqs(follower)).toEqual(upTo(202));
    const last = followers[1]?.all<{ number: string; lastSeq: number }>('incidents').at(-1);
    expect(last).toMatchObject({ number, lastSeq: 202 });
  });

  it('gets what was committed while no notification came at all, with the next look', async () => {
    const number = await declare();
    const follower = follow(`incident:${number}`);
    const publisher = new IncidentPublisher();
    publisher.follow(number, 2);
    await note(number, 'one');
    await note(number, 'two');
    expect(follower.heard).toEqual([]);
    await publisher.catchUp();
    await eventually(() => expect(seqs(follower)).toEqual([3, 4]));
    await publisher.catchUp();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seqs(follower)).toEqual([3, 4]);
  });

  it('of the list gets incidents that were declared and changed while no notification came, with the next look', async () => {
    const known = await declare();
    const publisher = new IncidentPublisher();
    await publisher.catchUp();
    const follower = follow('incidents');
    const created = await declare();
    await note(known, 'one');
    await publisher.catchUp();
    const heard = () => follower.all<{ number: string; lastSeq: number }>('incidents');
    await eventually(() =>
      expect(heard().map(({ number, lastSeq }) => [number, lastSeq])).toEqual(
        expect.arrayContaining([
          [known, 3],
          [created, 2],
        ]),
      ),
    );
    const told = heard().length;
    await publisher.catchUp();
    await publisher.catchUp();
    expect(heard()).toHaveLength(told);
  });

  it('gets what could not be read while the database was away, once it is back', async () => {
    const number = await declare();
    const follower = follow(`incident:${number}`);
    const publisher = new IncidentPublisher();
    publisher.follow(number, 2);
    await note(number, 'one');
    const heal = await cutOff(door.url);
    publisher.poke(pointer(number, 3));
    await expect(publisher.catchUp()).rejects.toThrow();
    await heal();
    expect(follower.heard).toEqual([]);
    await publisher.catchUp();
    await eventually(() => expect(seqs(follower)).toEqual([3]));
  });

  it('who joins an incident that nobody followed gets only what is new, and the heads of the rest by itself', async () => {
    const number = await declare();
    await note(number, 'before');
    const publisher = new IncidentPublisher();
    const follower = follow(`incident:${number}`);
    await note(number, 'after');
    publisher.poke(pointer(number, 4));
    await eventually(() => expect(seqs(follower)).toEqual([4]));
  });

  it('gets nothing that another incident says', async () => {
    const [one, other] = [await declare(), await declare()];
    const follower = follow(`incident:${one}`);
    const publisher = new IncidentPublisher();
    await note(other, 'x');
    publisher.poke(pointer(other, 3));
    await publisher.catchUp();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(follower.all('incident')).toEqual([]);
  });
});

describe('[K9] a burst of notifications', () => {
  it('leads to one read, and to one more for what came during it', async () => {
    const number = await declare();
    const follower = follow(`incident:${number}`);
    const publisher = new IncidentPublisher();
    publisher.follow(number, 2);
    for (let index = 0; index < 40; index += 1) await note(number, `note ${index}`);
    reads.mockClear();
    for (let seq = 3; seq <= 42; seq += 1) publisher.poke(pointer(number, seq));
    await eventually(() => expect(seqs(follower)).toEqual(upTo(42)));
    for (let seq = 3; seq <= 42; seq += 1) publisher.poke(pointer(number, seq));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reads.mock.calls.length).toBeLessThanOrEqual(2);
    expect(seqs(follower)).toEqual(upTo(42));
  });

  it('of which one comes while the log is being read is read again afterwards', async () => {
    const number = await declare();
    const follower = follow(`incident:${number}`);
    const publisher = new IncidentPublisher();
    publisher.follow(number, 2);
    await note(number, 'before');
    const real = await vi.importActual<typeof eventStore>('../kernel/event-store');
    reads.mockImplementationOnce(async (...asked) => {
      const events = await real.readEvents(...asked);
      await note(number, 'during');
      publisher.poke(pointer(number, 4));
      return events;
    });
    publisher.poke(pointer(number, 3));
    await eventually(() => expect(seqs(follower)).toEqual([3, 4]));
  });

  it('reads nothing for an incident that nobody follows', async () => {
    const number = await declare();
    const publisher = new IncidentPublisher();
    reads.mockClear();
    publisher.poke(pointer(number, 1, 2));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reads).not.toHaveBeenCalled();
  });

  it('of more than 500 events arrives in full', async () => {
    const number = await declare();
    const follower = follow(`incident:${number}`);
    const publisher = new IncidentPublisher();
    publisher.follow(number, 2);
    await door.database.$executeRaw`
      INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
      SELECT incident_id, seq + n, 'timeline.note_added', '{"text":"x"}', actor, command_id, occurred_at, recorded_at, hash
      FROM event JOIN incident ON incident.id = incident_id, generate_series(1, 1100) AS n
      WHERE number = ${number} AND seq = 2`;
    publisher.poke(pointer(number, 3, 1_102));
    await eventually(() => expect(seqs(follower)).toHaveLength(1_100));
    expect(seqs(follower)).toEqual(upTo(1_102));
  });
});

describe('[lesson 5] what a new follower is told', () => {
  const greet = async (topics: string[], lastEventId: string | null = null) => {
    const told: ReturnType<typeof readSse>[] = [];
    const all = new Set([...topics, ...inside(topics)]);
    await greetFollower(all, 'somebody', lastEventId)((bytes) => void told.push(readSse(bytes)));
    return told;
  };

  it('goes to that one alone: who we are, the health, where the incident stands', async () => {
    const number = await declare();
    const others = [follow('health', 'incidents', `incident:${number}`), follow('health')];
    const told = await greet(['health', 'incidents', `incident:${number}`]);
    expect(told.map(({ event }) => event)).toEqual(['hello', 'snapshot', 'here', 'head']);
    expect(told[0]?.data).toMatchObject({ build: expect.any(String), at: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(told[3]?.data).toEqual({ number, lastSeq: 2 });
    expect(others.flatMap(({ heard }) => heard)).toEqual([]);
  });

  it('is what it missed, when it resumes: the events after the one it names, each once', async () => {
    const number = await declare();
    await note(number, 'one');
    await note(number, 'two');
    const told = await greet([`incident:${number}`], `${number}=3`);
    expect(told.map(({ event, id }) => [event, id])).toEqual([
      ['hello', undefined],
      ['incident', `${number}=4`],
      ['head', undefined],
    ]);
    expect(told[1]?.data).toMatchObject({ number, events: [{ seq: 4, data: { text: 'two' } }] });
  });

  it.each(['INC-2026-9999=1', 'nonsense', '=', "INC-2026-0001=1'; DROP TABLE event", 'INC-2026-0001=99999999999'])(
    'is nothing missed when the id is %s',
    async (lastEventId) => {
      const number = await declare();
      expect((await greet([`incident:${number}`], lastEventId)).map(({ event }) => event)).toEqual(['hello', 'head']);
    },
  );

  it('comes before events that are committed while it is told, none of which is lost', async () => {
    const number = await declare();
    const follower = follow(`incident:${number}`);
    const told: ReturnType<typeof readSse>[] = [];
    const writing = Promise.all(['one', 'two', 'three'].map((text) => note(number, text)));
    await greetFollower(new Set([`incident:${number}`]), 'somebody', null)((bytes) => void told.push(readSse(bytes)));
    await writing;
    await incidentPublisher().catchUp();
    const head = told.find(({ event }) => event === 'head')?.data as { lastSeq: number };
    await eventually(() => expect([head.lastSeq, ...seqs(follower)].at(-1)).toBe(5));
    expect(seqs(follower)).toEqual(upTo(5, head.lastSeq + 1));
  });
});
