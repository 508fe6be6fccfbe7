import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { readEvents } from './event-store';

const camille = anActor('commander', 'Camille');

let door: TestDoor;
beforeAll(async () => {
  door = await aWriteDoor();
});
afterAll(() => door.close());

async function declare(isPrivate = false): Promise<string> {
  const outcome = outcomeOf(await door.send(camille, 'incident.declare', { title: 'Two of a kind', isPrivate }));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

async function send(type: string, input: object) {
  return outcomeOf(await door.send(camille, type, input));
}

async function told(number: string) {
  const events = await readEvents(door.database, number, 0);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  return events.flatMap(({ type, data }) => (type === 'incident.relation_told' ? [data] : []));
}

describe('[I20] the other record', () => {
  it('has it once the command is answered, each change once, whatever is sent again', async () => {
    const [one, other] = [await declare(), await declare()];
    const commandId = uuidv7();
    for (let time = 0; time < 3; time += 1)
      await door.send(camille, 'incident.link', { number: one, other }, { commandId });
    expect(await told(other)).toEqual([
      { other: one, title: 'Two of a kind', how: 'linked', by: { kind: 'person', id: camille.id, name: 'Camille' } },
    ]);
    await send('incident.merge', { number: one, other });
    await send('incident.go_back', { number: one, from: 'closed', to: 'investigating', reason: 'not the same' });
    expect((await told(other)).map(({ how }) => how)).toEqual(['linked', 'merged', 'unmerged']);
    expect(await told(one)).toEqual([]);
  });

  it('[A7] is silent about a private one', async () => {
    const [hidden, other] = [await declare(true), await declare()];
    expect(await send('incident.link', { number: hidden, other })).toMatchObject({ outcome: 'applied' });
    const row = await door.database.incident.findUniqueOrThrow({ where: { number: other } });
    expect(JSON.stringify([row.state, await readEvents(door.database, other, 0)])).not.toContain(hidden);
  });

  it('[K3] takes both of two that name each other at once', async () => {
    const [one, other] = [await declare(), await declare()];
    await Promise.all([
      send('incident.link', { number: one, other }),
      send('incident.link', { number: other, other: one }),
    ]);
    const rows = await door.database.incident.findMany({ where: { number: { in: [one, other] } } });
    expect(rows.map(({ state }) => (state as { incident: { related: string[] } }).incident.related)).toEqual(
      rows.map(({ number }) => [number === one ? other : one]),
    );
  });
});
