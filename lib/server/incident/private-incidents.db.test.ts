import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldVersion } from '@/lib/domain/record-state';
import { aFollower } from '@/lib/testing/a-follower';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { eventually } from '@/lib/testing/eventually';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { database } from '../kernel/database';
import { visibleTopics } from '../kernel/visible-topics';
import { getEventsAbout, getEventsAfter, getEventsBefore } from './get-events-after';
import { canSee, getRecord } from './get-record';
import { listIncidents } from './list-incidents';
import { listIncidentsOfServices } from './list-incidents-of-services';
import { IncidentPublisher } from './publish-incidents';

const insider = anActor('commander', 'Insider');
const outsider = anActor('lead', 'Outsider');

let door: TestDoor;
beforeAll(async () => {
  door = await aWriteDoor();
  setNodeEnvironment(door.url);
});
afterAll(async () => {
  await database().$disconnect();
  await door.close();
});

async function send(type: string, input: object, by = insider) {
  return outcomeOf(await door.send(by, type, input));
}

async function declare(isPrivate: boolean): Promise<string> {
  const outcome = await send('incident.declare', { title: 'Keys leaked', services: ['store'], isPrivate });
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

const close = (number: string) => send('incident.set_visibility', { number, people: [], reason: 'security' });

describe('[A7] a private incident', () => {
  it('is absent from every query of somebody it does not name, and there for those it does', async () => {
    const number = await declare(true);
    const seen = async (actor: typeof insider) => [
      (await getRecord(actor, number)) !== null,
      await canSee(actor, number),
      (await getEventsAfter(actor, number, 0)) !== null,
      (await getEventsBefore(actor, number, 9)) !== null,
      (await getEventsAbout(actor, number, [1])) !== null,
      (await listIncidents(actor, { limit: 50 })).items.some((item) => item.number === number),
      (await listIncidents(actor, { filter: { status: 'open' }, limit: 50 })).items.some(
        (item) => item.number === number,
      ),
      (await listIncidentsOfServices(actor, ['store'], 50)).some((item) => item.number === number),
    ];
    expect(new Set(await seen(insider))).toEqual(new Set([true]));
    expect(new Set(await seen(outsider))).toEqual(new Set([false]));
  });

  it('is known from the start to whom its author names, each of them once', async () => {
    const people = [outsider.id, insider.id];
    await door.database.person.createMany({
      data: [insider, outsider].map(({ id, name, role }) => ({
        ...{ id, name, role, subject: id, issuer: 'test' },
        createdAt: new Date(),
      })),
      skipDuplicates: true,
    });
    const declared = await send('incident.declare', { title: 'Keys leaked', isPrivate: true, people });
    if (declared.outcome !== 'applied') throw new Error('not declared');
    expect(declared.events[0]).toMatchObject({ data: { visibleTo: [{ id: insider.id }, { id: outsider.id }] } });
    expect(await canSee(outsider, declared.number)).toBe(true);
    const open = await send('incident.declare', { title: 'Nothing to hide', people });
    expect(open).toMatchObject({
      outcome: 'applied',
      events: [{ data: expect.not.objectContaining({ visibleTo: [] }) }, {}],
    });
    const stranger = anActor('responder', 'Stranger').id;
    expect(await send('incident.declare', { title: 'x', isPrivate: true, people: [stranger] })).toMatchObject({
      rejection: { code: 'unknown_person' },
    });
  });

  it('answers a command of an outsider as one that is not there, to the byte', async () => {
    const number = await declare(true);
    const there = await send('timeline.add_note', { number, text: 'x' }, outsider);
    const absent = await send('timeline.add_note', { number: 'INC-2026-9999', text: 'x' }, outsider);
    expect(there).toEqual(absent);
    const open = await declare(false);
    expect(await send('incident.merge', { number: open, other: number }, outsider)).toMatchObject({
      rejection: { code: 'other_incident_not_found' },
    });
  });

  it('is not a topic for an outsider', async () => {
    const number = await declare(true);
    const asked = new Set(['health', 'incidents', `incident:${number}`, 'incident:INC-2026-9999']);
    expect(await visibleTopics(outsider, asked)).toEqual({
      topics: new Set(['health', 'incidents', `incidents:${outsider.id}`]),
      absent: [number, 'INC-2026-9999'],
    });
    expect((await visibleTopics(insider, asked)).absent).toEqual(['INC-2026-9999']);
  });

  it('ends the streams of outsiders the moment it becomes private, and takes itself off their lists', async () => {
    const number = await declare(false);
    const publisher = new IncidentPublisher();
    const topics = (id: string) => ['incidents', `incidents:${id}`];
    const record = aFollower([`incident:${number}`, `inside:${number}`], 'o', outsider.id);
    const own = aFollower([`incident:${number}`, `inside:${number}`], 'i', insider.id);
    const listOfOutsider = aFollower(topics(outsider.id), 'o', outsider.id);
    const listOfInsider = aFollower(topics(insider.id), 'i', insider.id);
    publisher.follow(number, 2);
    await send('timeline.add_note', { number, text: 'still open' });
    publisher.poke(JSON.stringify({ number, from: 3, to: 3 }));
    await eventually(() => expect(listOfOutsider.all('incidents')).toHaveLength(1));
    await close(number);
    publisher.poke(JSON.stringify({ number, from: 4, to: 4 }));
    await eventually(() => expect(listOfInsider.all('incidents')).toHaveLength(2));
    expect(record.isClosed()).toBe(true);
    expect(JSON.stringify(record.heard)).not.toContain('visibility_changed');
    expect(own.isClosed()).toBe(false);
    expect(listOfOutsider.all('gone')).toEqual([{ number }]);
    await send('timeline.add_note', { number, text: 'hidden' });
    publisher.poke(JSON.stringify({ number, from: 5, to: 5 }));
    await eventually(() => expect(listOfInsider.all('incidents')).toHaveLength(3));
    expect(listOfOutsider.heard).toHaveLength(2);
    for (const follower of [own, listOfInsider, listOfOutsider]) follower.leave();
  });
});

describe('[K4] a record that an older release folded', () => {
  it('is folded anew when it is read, and when a command comes', async () => {
    const number = await declare(false);
    await door.database.$executeRaw`
      UPDATE incident SET fold_version = 1, state = '{"incident":{},"triage":{}}' WHERE number = ${number}`;
    expect((await getRecord(insider, number))?.state.incident).toMatchObject({ number, status: 'investigating' });
    expect(await send('timeline.add_note', { number, text: 'x' })).toMatchObject({ outcome: 'applied' });
    const row = await door.database.incident.findUniqueOrThrow({ where: { number } });
    expect(row).toMatchObject({ foldVersion, state: { incident: { number }, timeline: { pins: [] } } });
  });
});
