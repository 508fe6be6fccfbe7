import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { keepCatalogueVersion } from '../catalogue/catalogue-versions';
import { database } from '../kernel/database';
import { execute } from '../kernel/execute';
import { parseCommand } from '../kernel/parse-command';
import { getState } from './get-record';
import { listOpen } from './list-incidents';
import { listRowHolders } from './list-row-holders';

const camille = anActor('commander', 'Camille');
const outsider = anActor('lead', 'Outsider');

let door: TestDoor;
beforeAll(async () => {
  door = await aWriteDoor();
  setNodeEnvironment(door.url);
  await keepCatalogueVersion(door.catalogue);
});
afterAll(async () => {
  await database().$disconnect();
  await door.close();
});

/** Sends a command while the store is down. */
async function send(type: string, input: object) {
  const reading = parseCommand({ commandId: uuidv7(), type, input });
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  const lookup = aCommsLookup({ statuses: { store: 'down' } });
  const commsLookup = () => ({ ...lookup, situation: { ...lookup.situation, sentence: 'Uploads fail.' } });
  return outcomeOf(await execute({ ...door, commsLookup }, camille, reading.command));
}

async function declare(services: string[], more: object = {}): Promise<string> {
  const outcome = await send('incident.declare', { title: 'Uploads fail', services, ...more });
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

const lastWord = (number: string) =>
  send('comms.send_update', {
    ...{ number, updateId: uuidv7(), phase: 'resolved', language: 'en', headline: 'Uploads failed' },
    ...{ nextUpdateAt: null, texts: [{ channel: 'followers', subject: null, body: 'RESOLVED. It is over.' }] },
  });

describe('[I22] who holds rows', () => {
  it('is every open incident that everybody may know of; not a private, a merged or a resolved one', async () => {
    const [first, second, hidden] = [
      await declare(['store']),
      await declare(['api']),
      await declare([], { isPrivate: true }),
    ];
    await send('incident.add_services', { number: hidden, services: ['api'] });
    expect(await listRowHolders()).toEqual([
      { number: first, services: ['store'] },
      { number: second, services: ['api'] },
    ]);
    const listed = async (actor: typeof camille) =>
      (await listOpen(actor)).map(({ number, services, isPrivate }) => ({ number, services, isPrivate }));
    expect(await listed(outsider)).not.toContainEqual(expect.objectContaining({ number: hidden }));
    expect(await listed(camille)).toContainEqual({ number: hidden, services: ['api'], isPrivate: true });
    await send('incident.merge', { number: second, other: first });
    await send('incident.add_services', { number: first, services: ['api'] });
    expect(await listRowHolders()).toEqual([{ number: first, services: ['store', 'api'] }]);
    await send('incident.resolve', {
      number: first,
      from: 'investigating',
      cause: 'c',
      mitigation: 'm',
      despite: 'Users confirm it',
    });
    expect(await listRowHolders()).toEqual([]);
  });

  it('counts when an update is decided: what another open incident names keeps nobody from the last word', async () => {
    const over = await declare(['store']);
    await send('incident.resolve', {
      number: over,
      from: 'investigating',
      cause: 'c',
      mitigation: 'm',
      despite: 'Users confirm it',
    });
    const hidden = await declare(['store'], { isPrivate: true });
    expect(await lastWord(over)).toMatchObject({ outcome: 'rejected', rejection: { code: 'contradicts_record' } });
    await declare(['store']);
    expect(await lastWord(over)).toMatchObject({ outcome: 'applied' });
    expect(hidden).toMatch(/^INC-/);
  });
});

describe('[I25] [I27] what the server looks up in the live matrix', () => {
  it('is recorded with the declaration: its own rows, not those that another incident holds', async () => {
    const number = await declare(['store']);
    const unnamed = await declare([]);
    const situation = async (of: string) => (await getState(camille, of))?.state.incident.situation;
    expect(await situation(number)).toMatchObject({
      sentence: 'Uploads fail.',
      rows: [{ serviceId: 'store', status: 'down' }],
    });
    expect(await situation(unnamed)).toMatchObject({ sentence: 'Uploads fail.', rows: [] });
  });

  it('holds back the end of an incident whose row is red, and of no other', async () => {
    const red = await declare(['store']);
    const well = await declare(['api']);
    const mitigate = (number: string, more = {}) =>
      send('incident.mitigate', { number, from: 'investigating', how: 'Restarted', ...more });
    expect(await mitigate(red)).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'rows_still_red', rows: [{ name: 'store', status: 'down' }] },
    });
    expect(await mitigate(red, { despite: 'Users confirm it' })).toMatchObject({ outcome: 'applied' });
    expect(await mitigate(well)).toMatchObject({ outcome: 'applied' });
  });
});
