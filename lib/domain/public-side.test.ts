import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { aSentUpdate, savedFile } from '@/lib/testing/command-samples';
import { decideOn } from '@/lib/testing/decide-on';
import { named, serverContext } from '@/lib/testing/looked-up';
import { anyCommand } from '@/lib/testing/race/race-commands';
import { type SeededRandom, seededRandom } from '@/lib/testing/seeded-random';
import { toRef } from './access/actor';
import { type DomainEvent, type RecordedEvent, recordCommands } from './contents';
import { evolve } from './evolve';
import { publicSide } from './public-side';
import { publicState } from './public-state';
import type { RecordState } from './record-state';

const records = 300;
const steps = 60;
const people = [anActor('commander', 'Camille'), anActor('lead', 'Lena')];
const otherIncident = 'INC-2026-0002';

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T14:00:00.000Z') }));
afterAll(() => void vi.useRealTimers());

/** Comms with what only some are told: another person's eyes, leads, and where it went. */
function ownComms(random: SeededRandom, typed: () => string): DomainEvent {
  const update = { ...aSentUpdate(), headline: typed(), overridden: { codes: ['red'], reason: typed() } };
  const texts = random
    .pick([['leads', 'public'], ['leads'], ['team']] as const)
    .map((audience) => ({ channel: audience, name: audience, audience, subject: typed(), body: typed() }))
    .map((text) => ({ ...text, destinations: random.happens(0.5) ? ['slack' as const] : [] }));
  const review = { askedBy: toRef(random.pick(people)), isAlone: random.happens(0.5) };
  const leavesAt = random.pick(['2026-11-22T13:59:50.000Z', '2026-11-22T14:00:10.000Z']);
  const sent = { ...update, texts, leavesAt, promise: null, review };
  const { updateId } = update;
  const delivery = { updateId, channel: 'public', destination: 'slack' as const };
  const expiresAt = '2026-11-23T14:00:00.000Z';
  return random.pick<DomainEvent>([
    { type: 'comms.review_asked', data: update },
    { type: 'comms.update_sent', data: sent },
    { type: 'comms.update_withdrawn', data: { updateId, was: random.pick(['review', 'leaving']) } },
    { type: 'comms.delivery_recorded', data: { ...delivery, outcome: 'failing', detail: typed() } },
    { type: 'comms.delivery_retried', data: delivery },
    { type: 'comms.link_made', data: { linkId: updateId, label: typed(), expiresAt } },
  ]);
}

/** What the console records itself; names of files are typed by somebody too. */
function ownFact(random: SeededRandom, typed: () => string): DomainEvent {
  if (random.happens(0.5)) return ownComms(random, typed);
  const doubt = random.happens(0.5) ? { doubt: { reason: 'failed', exitStatus: 1, said: typed() } as const } : {};
  const file = { ...savedFile, name: typed(), recipe: random.pick(['api-log', 'store-keys', null]), ...doubt };
  const ref = { evidenceId: file.evidenceId, name: file.name };
  const service = { serviceId: 'store', name: 'store', from: 'ok', to: 'down', users: 'store fails' } as const;
  const by = toRef(random.pick(people));
  return random.pick<DomainEvent>([
    { type: 'evidence.captured', data: file },
    { type: 'evidence.scanned', data: { ...ref, secrets: [{ kind: typed(), count: 1 }], rules: '1' } },
    { type: 'evidence.viewed', data: ref },
    { type: 'evidence.downloaded', data: ref },
    { type: 'evidence.exported', data: { withOriginals: true, headSeq: 1, headHash: typed() } },
    { type: 'timeline.service_changed', data: { ...service, instances: [] } },
    { type: 'incident.relation_told', data: { other: otherIncident, title: 'Another', how: 'linked', by } },
  ]);
}

/** A record as two people may have made it, of every command; the words they typed are numbered. */
function aRecord(seed: number, applied: Set<string>): { state: RecordState; events: RecordedEvent[] } {
  const random = seededRandom(seed);
  let { state, events } = anIncident({ by: people[0] });
  let count = 0;
  const typed = () => `typed-${++count}-`;
  for (let step = 0; step < steps; step += 1) {
    const me = random.pick(people);
    const { type, input } = anyCommand({ me, state, events, people, otherIncident, random, typed });
    const about = events.find(({ seq }) => seq === input.seq);
    const entry = about ? { seq: about.seq, type: about.type, by: about.actor } : null;
    const looked = { people: people.map((person) => named(person)), entry };
    const context = serverContext(me, looked, new Date().toISOString());
    const decision = random.happens(0.25) ? ownFact(random, typed) : decideOn(state, type, input, context);
    const facts = 'type' in decision ? [decision] : decision.ok ? decision.events : [];
    if (!('type' in decision) && facts.length > 0) applied.add(type);
    const more = recorded(facts, me, events.length + 1);
    state = more.reduce<RecordState>(evolve, state);
    events = [...events, ...more];
  }
  return { state, events };
}

const fold = (events: readonly RecordedEvent[]) => events.reduce<RecordState | null>(evolve, null);

/** The same without what only writers need. */
const forReaders = (state: RecordState | null) =>
  state && {
    ...state,
    incident: { ...state.incident, mitigation: null },
    comms: { ...state.comms, lastTexts: {}, textsBefore: {} },
    timeline: { ...state.timeline, recent: [] },
  };

/** What was said to everybody: at resolve, and in updates. */
function said(event: RecordedEvent): unknown {
  if (event.type === 'incident.resolved') return event.data;
  if (event.type !== 'comms.update_sent') return null;
  return [event.data.headline, event.data.texts.filter(({ audience }) => audience !== 'leads')];
}

const typedIn = (value: unknown) => JSON.stringify(value).match(/typed-\d+-/g) ?? [];

describe('[A11] the public side of a record', () => {
  const applied = new Set<string>();
  const all = Array.from({ length: records }, (_, seed) => aRecord(seed, applied));

  it('is the same by its events as by its state, so that a page may go on from either', () => {
    for (const { state, events } of all) expect(forReaders(fold(events.map(publicSide)))).toEqual(publicState(state));
    // Every command has left something in one of the records.
    expect(Object.keys(recordCommands).filter((type) => !applied.has(type))).toEqual([]);
  });

  it('has every place of the log and its times, so that who folds misses nothing', () => {
    for (const { events } of all)
      for (const event of events) {
        const { seq, occurredAt, recordedAt } = event;
        expect(publicSide(event)).toMatchObject({ seq, occurredAt, recordedAt });
      }
  });

  it('holds nothing that people typed, but for what they said to everybody', () => {
    let seen = 0;
    for (const { state, events } of all) {
      const told = new Set(typedIn(events.map(said)));
      const left = [...typedIn(events.map(publicSide)), ...typedIn(publicState(state))];
      expect(left.filter((words) => !told.has(words))).toEqual([]);
      seen += left.length;
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('is its own public side', () => {
    for (const { state, events } of all.slice(0, 20)) {
      expect(events.map(publicSide).map(publicSide)).toEqual(events.map(publicSide));
      expect(publicState(publicState(state))).toEqual(publicState(state));
    }
  });

  it('names nobody beside what is kept back, and keeps back what a newer release recorded', () => {
    const [event] = recorded([{ type: 'timeline.note_added', data: { text: 'x' } }], people[0] as never, 7);
    const { occurredAt, recordedAt } = event as RecordedEvent;
    const kept = { seq: 7, type: 'timeline.withheld', data: {}, occurredAt, recordedAt, commandId: '' };
    const actor = { kind: 'system', id: 'console', name: 'Console' };
    expect(publicSide(event as RecordedEvent)).toEqual({ ...kept, actor });
    const unknown = { ...event, type: 'timeline.of_tomorrow' } as unknown as RecordedEvent;
    expect(publicSide(unknown)).toEqual({ ...kept, actor });
  });
});
