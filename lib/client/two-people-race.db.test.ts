import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/domain/access/actor';
import { recordCommands } from '@/lib/domain/contents';
import type { RecordView } from '@/lib/domain/record-view';
import { keepCatalogueVersion } from '@/lib/server/catalogue/catalogue-versions';
import { getEventsAfter } from '@/lib/server/incident/get-events-after';
import { getRecord } from '@/lib/server/incident/get-record';
import { replaceClock } from '@/lib/server/kernel/clock';
import { consoleItself } from '@/lib/server/kernel/console-itself';
import { database } from '@/lib/server/kernel/database';
import { fold, readEvents } from '@/lib/server/kernel/event-store';
import { execute } from '@/lib/server/kernel/execute';
import { handleCommand } from '@/lib/server/kernel/handle-command';
import type { Outcome } from '@/lib/server/kernel/outcome';
import { writePool } from '@/lib/server/kernel/write-pool';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { failedCapture } from '@/lib/testing/command-samples';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import {
  aBrowserOf,
  layWires,
  type RaceBrowser,
  type Request,
  type Told,
  type Wire,
} from '@/lib/testing/race/race-browser';
import { anyCommand } from '@/lib/testing/race/race-commands';
import { type SeededRandom, seededRandom } from '@/lib/testing/seeded-random';
import { typedText } from './outbox/typed-text';

// The catalogue and the platform are the test's: two channels, and all is well.
const calm = vi.hoisted(() => ({ lookup: null as null | (() => object) }));
vi.mock('@/lib/server/comms/comms-lookup', async (original) => ({
  ...(await original<object>()),
  commsLookup: () => calm.lookup?.(),
}));
const seeds = 500;
const steps = 40;
const shareOfCommands = 0.3;
/** So many races at once, each with people of its own: while one waits for the database, others go on. */
const mostAtOnce = 4;

interface Racer {
  actor: Actor;
  open(view: RecordView): RaceBrowser;
}

let door: TestDoor;
let otherIncident: string;

beforeAll(async () => {
  door = await aWriteDoor();
  setNodeEnvironment(door.url);
  // Every update waits for the other person.
  const lookup = aCommsLookup();
  const severities = lookup.severities.map(({ id }) => ({ id, secondReview: { selfAfterMinutes: null } }));
  calm.lookup = () => ({ ...lookup, severities });
  await keepCatalogueVersion(aCatalogue());
  otherIncident = await declare(anActor('commander'));
  layWires();
  replaceClock({ now: () => new Date(Date.now() - (goingBack > 0 ? 11_000 : 0)) });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await Promise.all([database().$disconnect(), writePool().end()]);
  await door.close();
});

async function declare(by: Actor): Promise<string> {
  const outcome = outcomeOf(await door.send(by, 'incident.declare', { title: 'Uploads fail' }));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

/** There is something to unmask, to take all the same, and to say of that its source does not answer. */
async function saveAFile(by: Actor, number: string): Promise<void> {
  const { isLate: _, ...file } = failedCapture;
  const input = { ...file, number, recipe: 'store-keys' };
  await execute(door, by, { commandId: uuidv7(), type: 'evidence.record_capture', input, occurredAt: null });
}

/** There is a delivery that nobody knows of. */
async function sendOneAmiss(by: Actor, number: string): Promise<void> {
  const send = (actor: Actor, type: 'comms.send_update' | 'comms.record_delivery', input: object) =>
    execute({ ...door, commsLookup: () => aCommsLookup() }, actor, {
      ...{ commandId: uuidv7(), type, occurredAt: null },
      input: { number, ...input },
    });
  const updateId = uuidv7();
  const nextUpdateAt = new Date(Date.now() + 600_000).toISOString();
  const body = `The next update comes by ${nextUpdateAt.slice(11, 16)} UTC`;
  const texts = ['followers', 'summary'].map((channel) => ({ channel, subject: null, body }));
  const told = { phase: 'investigating', language: 'en', headline: 'Uploads', nextUpdateAt, texts };
  // It has left by now, so that what a person posts can be posted.
  await aMomentAgo(() => send(by, 'comms.send_update', { updateId, ...told }));
  const delivery = { updateId, channel: 'followers', destination: 'follow', outcome: 'uncertain', detail: null };
  await send(consoleItself, 'comms.record_delivery', delivery);
}

let goingBack = 0;

/** Runs it a little more than the undo window ago by the server's clock; races beside it do not mind so little. */
async function aMomentAgo(run: () => Promise<unknown>): Promise<void> {
  goingBack += 1;
  try {
    await run();
  } finally {
    goingBack -= 1;
  }
}

/** There is a link to end. */
async function makeALink(by: Actor, number: string): Promise<void> {
  const input = {
    number,
    linkId: uuidv7(),
    label: 'partners',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
  await execute(door, by, { commandId: uuidv7(), type: 'comms.record_link', input, occurredAt: null });
}

/** Two people who signed in once, each with a browser of their own. */
async function twoRacers(): Promise<Racer[]> {
  const racers: Racer[] = [];
  for (const actor of [anActor('commander', 'Camille'), anActor('lead', 'Lena')]) {
    const { id, name, role } = actor;
    const identity = { issuer: 'https://issuer.test', subject: id };
    await door.database.person.create({ data: { id, name, role, ...identity, createdAt: new Date() } });
    racers.push({ actor, open: await aBrowserOf(actor) });
  }
  return racers;
}

const heartbeat: Told = { kind: 'told', name: 'ping', data: {} };

interface Sent {
  commandId: string;
  type: string;
  typed: string;
}

/** One incident, two people at it, and what comes between them. */
class Race {
  readonly #random: SeededRandom;
  readonly #number: string;
  readonly #people: Actor[];
  readonly browsers: RaceBrowser[];
  readonly sent = new Map<RaceBrowser, Sent[]>();
  #typed = 0;
  #lastSeq = 0;

  constructor(seed: number, racers: readonly Racer[], view: RecordView) {
    this.#random = seededRandom(seed);
    this.#number = view.state.incident.number;
    this.#lastSeq = view.lastSeq;
    this.#people = racers.map(({ actor }) => actor);
    this.browsers = racers.map(({ open }) => open(structuredClone(view)));
    for (const browser of this.browsers) this.sent.set(browser, []);
  }

  async run(): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      await this.#step(this.#random.pick(this.browsers));
      await breath();
      this.expectNothingTypedLost();
    }
    await this.#heal();
  }

  async #step(browser: RaceBrowser): Promise<void> {
    const random = this.#random;
    if (random.happens(shareOfCommands)) return this.#act(browser);
    if (random.happens(0.06)) return browser.isOnline ? this.#goOffline(browser) : this.#comeBack(browser);
    if (random.happens(0.05) && browser.isOnline) return browser.hear(heartbeat);
    if (browser.wires.length > 0) await this.#move(browser, random.pick(browser.wires));
  }

  #act(browser: RaceBrowser): void {
    const { state, events } = browser.shown();
    const { type, input } = anyCommand({
      ...{ me: browser.actor, state, events, people: this.#people, otherIncident, random: this.#random },
      typed: () => {
        this.#typed += 1;
        return `words ${this.#typed} of ${browser.actor.name}`;
      },
    });
    const commandId = browser.send(type, input);
    this.sent.get(browser)?.push({ commandId, type, typed: typedText(input) });
  }

  #goOffline(browser: RaceBrowser): void {
    browser.isOnline = false;
    for (const wire of browser.wires.splice(0)) {
      if (wire.kind === 'request') wire.reject(new TypeError('offline'));
      if (wire.kind === 'timer') browser.wires.push(wire);
    }
  }

  #comeBack(browser: RaceBrowser): void {
    browser.isOnline = true;
    browser.wires.push({ kind: 'told', name: 'head', data: { number: this.#number, lastSeq: this.#lastSeq } });
    browser.flush();
  }

  /** What may happen on the way: it arrives, arrives twice, arrives late, or is lost. */
  async #move(browser: RaceBrowser, wire: Wire): Promise<void> {
    const random = this.#random;
    const isLost = random.happens(0.12);
    const isTwice = random.happens(0.12);
    if (wire.kind === 'request') return this.#moveRequest(browser, wire, { isLost, isTwice });
    if (!isTwice) browser.wires.splice(browser.wires.indexOf(wire), 1);
    if (wire.kind === 'timer') wire.run();
    else if (!isLost) browser.hear(wire);
  }

  async #moveRequest(browser: RaceBrowser, wire: Request, { isLost, isTwice }: { isLost: boolean; isTwice: boolean }) {
    if (!isLost && !wire.answer) {
      wire.answer = await this.#serve(browser.actor, wire);
      if (isTwice) wire.answer = await this.#serve(browser.actor, wire);
      return;
    }
    browser.wires.splice(browser.wires.indexOf(wire), 1);
    if (isLost || !wire.answer) return wire.reject(new TypeError('lost'));
    const { status, body } = wire.answer;
    wire.resolve({ ok: status === 200, status, json: async () => structuredClone(body) });
  }

  async #serve(actor: Actor, { path, body }: Request): Promise<{ status: number; body: unknown }> {
    if (this.#random.happens(0.05)) return { status: 503, body: { title: 'The record cannot be reached' } };
    if (body === null) {
      const after = Number(new URL(path, 'https://console.test').searchParams.get('after'));
      return { status: 200, body: await getEventsAfter(actor, this.#number, after) };
    }
    const response = await handleCommand(actor, body, 'trace');
    const answer = (await response.json()) as Outcome;
    this.#tell(answer);
    return { status: response.status, body: answer };
  }

  #tell({ events }: Outcome): void {
    const last = events.at(-1)?.seq ?? 0;
    if (last <= this.#lastSeq) return;
    this.#lastSeq = last;
    const data = JSON.parse(JSON.stringify({ number: this.#number, events }));
    for (const browser of this.browsers)
      if (browser.isOnline) browser.wires.push({ kind: 'told', name: 'incident', data });
  }

  /** The network is whole again: everything is delivered until nothing is under way. */
  async #heal(): Promise<void> {
    for (const browser of this.browsers) if (!browser.isOnline) this.#comeBack(browser);
    for (let round = 0; round < 500; round += 1) {
      for (const browser of this.browsers) {
        for (const wire of browser.wires.slice()) await this.#moveWhole(browser, wire);
        await breath();
      }
      for (const browser of this.browsers) browser.hear(heartbeat);
      await breath();
      if (this.browsers.every((browser) => browser.wires.length === 0 && isEmpty(browser))) break;
    }
    for (const browser of this.browsers)
      expect(browser.entries().filter(({ state }) => state !== 'refused')).toEqual([]);
    for (const browser of this.browsers) await this.#catchUp(browser);
  }

  /** Rule K9: it is told again where the log ends, as it is every 5 s, since an answer may fail once more. */
  async #catchUp(browser: RaceBrowser): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      browser.hear({ kind: 'told', name: 'head', data: { number: this.#number, lastSeq: this.#lastSeq } });
      await breath();
      for (const wire of browser.wires.slice())
        while (browser.wires.includes(wire)) await this.#moveWhole(browser, wire);
      await breath();
      if (browser.wires.length === 0 && browser.view().lastSeq === this.#lastSeq) return;
    }
  }

  async #moveWhole(browser: RaceBrowser, wire: Wire): Promise<void> {
    if (wire.kind === 'request') return this.#moveRequest(browser, wire, { isLost: false, isTwice: false });
    browser.wires.splice(browser.wires.indexOf(wire), 1);
    if (wire.kind === 'timer') wire.run();
    else browser.hear(wire);
  }

  /** At every moment, whatever somebody typed stands on their own page: recorded, on its way, or refused. */
  expectNothingTypedLost(): void {
    for (const [browser, sent] of this.sent) {
      const there = new Set([...browser.view().events, ...browser.entries()].map(({ commandId }) => commandId));
      const lost = sent.filter(({ commandId, typed }) => typed !== '' && !there.has(commandId));
      if (lost.length > 0) throw new Error(`${browser.actor.name} lost ${JSON.stringify(lost)}`);
    }
  }

  async expectOneTruth(): Promise<void> {
    const events = await readEvents(database(), this.#number, 0);
    const truth = { state: fold(events), events, lastSeq: events.length };
    for (const browser of this.browsers) expect(browser.view(), browser.actor.name).toEqual(truth);
    for (const browser of this.browsers) expect(browser.shown().state, browser.actor.name).toEqual(truth.state);
    for (const person of this.#people) expect((await getRecord(person, this.#number))?.state).toEqual(truth.state);
    await this.#expectEachAnsweredOnce(events.map(({ commandId }) => commandId));
  }

  async #expectEachAnsweredOnce(logged: string[]): Promise<void> {
    const all = [...this.sent.values()].flat();
    const rows = await database().command.findMany({ where: { id: { in: all.map(({ commandId }) => commandId) } } });
    const outcomes = new Map(rows.map(({ id, outcome }) => [id, outcome as unknown as Outcome]));
    for (const [browser, sent] of this.sent) {
      const refused = new Map(browser.entries().map((entry) => [entry.commandId, entry]));
      for (const { commandId, type, typed } of sent) {
        const outcome = outcomes.get(commandId);
        if (outcome?.outcome === 'applied') applied.add(type);
        const times = logged.filter((id) => id === commandId).length;
        expect([type, times], commandId).toEqual([type, outcome?.events.length]);
        const isSilent = outcome?.outcome === 'applied' || (outcome?.outcome === 'noop' && typed === '');
        const shown = isSilent ? undefined : expect.objectContaining({ state: 'refused', refusal: expect.any(String) });
        expect(refused.get(commandId), type).toEqual(shown);
        if (!isSilent) expect(refused.get(commandId)?.text ?? '', type).toBe(typed);
      }
    }
  }
}

const isEmpty = (browser: RaceBrowser) => browser.entries().every(({ state }) => state === 'refused');

/** Until all that follows from the last step has happened. */
async function breath(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

/** The commands that changed something in one of the races. */
const applied = new Set<string>();

async function race(seed: number, racers: readonly Racer[]): Promise<void> {
  const [{ actor }] = racers as [Racer];
  const number = await declare(actor);
  await saveAFile(actor, number);
  await makeALink(actor, number);
  await sendOneAmiss(actor, number);
  const view = await getRecord(actor, number);
  if (!view) throw new Error('no record');
  const run = new Race(seed, racers, JSON.parse(JSON.stringify(view)) as RecordView);
  await run.run();
  await run.expectOneTruth();
  for (const browser of run.browsers) browser.dismissAll();
}

/** The seeds of one lane, one race after another; a failure says by which seed. */
async function raceAll(own: readonly number[], racers: readonly Racer[]): Promise<void> {
  for (const seed of own) {
    await race(seed, racers).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
  }
}

describe('[P2] [P3] [K2] [K4] two people at once, with every command of the record, through a bad network', () => {
  it(`see the same in the end, in ${seeds} interleavings; each command counts once or is refused with its text, and no typed text is ever away`, async () => {
    const all = Array.from({ length: seeds }, (_, index) => index + 1);
    const lanes: Racer[][] = [];
    while (lanes.length < mostAtOnce) lanes.push(await twoRacers());
    const races = lanes.map((racers, lane) =>
      raceAll(
        all.filter((seed) => seed % mostAtOnce === lane),
        racers,
      ),
    );
    for (const outcome of await Promise.allSettled(races)) if (outcome.status === 'rejected') throw outcome.reason;
    // Every command was there, and every one of them has changed something at least once.
    expect(Object.keys(recordCommands).filter((type) => !applied.has(type))).toEqual([]);
  }, 240_000);
});
