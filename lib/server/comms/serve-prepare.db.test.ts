import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTarget } from '@/lib/testing/a-target';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { healthBoard } from '../health/health-board';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import type { PreparedForIncident } from './prepare-for-incident';
import { servePrepare } from './serve-prepare';

const commander = anActor('commander', 'Nadia');
const outsider = anActor('lead', 'Outsider');

let door: TestDoor;
let open = '';
let hidden = '';
beforeAll(async () => {
  door = await aWriteDoor();
  setNodeEnvironment(door.url);
  open = await declare(false);
  hidden = await declare(true);
});
afterAll(async () => {
  await database().$disconnect();
  await door.close();
});

async function declare(isPrivate: boolean): Promise<string> {
  const input = { title: 'Canary title', services: ['store'], severity: 'SEV-2', isPrivate };
  const outcome = outcomeOf(await door.send(commander, 'incident.declare', input));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

/** The answer to a question of an actor; the body is sent as it is when it is text. */
async function ask(number: string, body: unknown, actor = commander): Promise<Response> {
  const request = new Request('http://console.test/prepare', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return servePrepare(actor, number, request, 'trace');
}

const prepared = async (number: string, question: object) =>
  (await (await ask(number, { phase: 'investigating', language: 'en', ...question })).json()) as PreparedForIncident;

describe('[M1] texts are prepared for an incident', () => {
  it('[M14] from what the targets say at this moment; not for what is off and no person can post to', async () => {
    const at = now().toISOString();
    const seen = { polledAt: at, observedAt: at, answersSince: at };
    healthBoard().put(aTarget('api-blue', { minio: 'down' }, seen));
    const { texts, headline, components } = await prepared(open, { doing: 'Moving files' });
    expect(texts.map(({ channel }) => channel)).toEqual(['followers', 'status-page', 'incidents', 'summary']);
    expect(headline).toBe('Uploads and new releases not working');
    expect(components).toMatchObject({ upload: 'down' });
    expect(texts[0]?.body).toMatch(
      /^Tracks, covers and profile pictures cannot be uploaded.*\n\nSince .* Moving files\.\n/,
    );
    expect(JSON.stringify(texts)).not.toContain('Canary');
  });

  it('[M8] with the promise of its severity, unless a person says otherwise', async () => {
    const { nextUpdateAt } = await prepared(open, {});
    const minutes = (Date.parse(nextUpdateAt ?? '') - now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(28.9);
    expect(minutes).toBeLessThanOrEqual(30);
    expect((await prepared(open, { nextUpdateAt: null })).nextUpdateAt).toBeNull();
    expect((await prepared(open, { nextUpdateAt: '2030-01-01T00:00:00Z' })).nextUpdateAt).toMatch(/^2030/);
    expect((await prepared(open, { phase: 'resolved' })).nextUpdateAt).toBeNull();
  });

  it('with what stands in each channel now', async () => {
    expect((await prepared(open, {})).last).toEqual({});
  });

  it('[A7] of a private incident only for leads, and for nobody who may not know of it', async () => {
    expect((await prepared(hidden, {})).texts.map(({ audience }) => audience)).toEqual(['leads']);
    expect((await ask(hidden, { phase: 'identified', language: 'fr' }, outsider)).status).toBe(404);
    expect((await ask('INC-2026-9999', {})).status).toBe(404);
  });
});

describe('what is asked wrongly is answered with a reason', () => {
  it.each([
    ['a phase that is none', { phase: 'doomed', language: 'en' }, 422, /phase/],
    ['a language that is none', { phase: 'resolved', language: 'tlh' }, 422, /language/],
    ['a key that nobody knows', { phase: 'resolved', language: 'en', x: 1 }, 422, /x/],
    ['too much', { phase: 'resolved', language: 'en', doing: 'x'.repeat(1_001) }, 422, /doing/],
    ['what is no JSON', '{', 400, /JSON/],
  ])('%s', async (_, body, status, says) => {
    const answer = await ask(open, body);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(says);
  });

  it('[A2] a viewer prepares nothing', async () => {
    expect((await ask(open, { phase: 'resolved', language: 'en' }, anActor('viewer'))).status).toBe(403);
  });
});
