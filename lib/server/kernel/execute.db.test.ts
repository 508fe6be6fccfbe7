import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evolve } from '@/lib/domain/evolve';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import type { RecordState } from '@/lib/domain/record-state';
import { aWriteDoor, chainKey, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { projectIncident } from '../incident/project-incident';
import { chainHash, chainStart } from './chain';
import { replaceClock } from './clock';
import { readEvents } from './event-store';

let door: TestDoor;
beforeAll(async () => {
  door = await aWriteDoor();
});
afterAll(() => door.close());

const commander = anActor('commander', 'Camille');
const step = (itemId: string) => ({ checklistId: 'first-five-minutes', itemId });

async function declare(): Promise<string> {
  const outcome = outcomeOf(await door.send(commander, 'incident.declare', { title: 'Uploads fail' }));
  if (outcome.outcome !== 'applied') throw new Error('not declared');
  return outcome.number;
}

const refold = async (number: string) =>
  (await readEvents(door.database, number, 0)).reduce<RecordState | null>(evolve, null);

describe('the log', () => {
  it('[K1] [I4] records a declaration and who commands', async () => {
    const number = await declare();
    const events = await readEvents(door.database, number, 0);
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'incident.declared'],
      [2, 'incident.command_taken'],
    ]);
    expect(events[0]?.actor).toEqual({ kind: 'person', id: commander.id, name: 'Camille' });
  });

  it('[K6] refuses UPDATE, DELETE and TRUNCATE, whoever asks', async () => {
    await declare();
    for (const statement of ["UPDATE event SET type = 'x'", 'DELETE FROM event', 'TRUNCATE event']) {
      await expect(door.database.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/);
    }
  });

  it('[K8] chains every event to the one before, and a changed event shows', async () => {
    const number = await declare();
    await door.send(commander, 'timeline.add_note', { number, text: 'ünïcode \u{1F600} "quoted" \\ <b>' });
    const rows = await door.database.event.findMany({ where: { incident: { number } }, orderBy: { seq: 'asc' } });
    const events = await readEvents(door.database, number, 0);
    let hash = chainStart;
    for (const [index, event] of events.entries()) {
      hash = chainHash(chainKey, hash, event);
      expect(Buffer.from(rows[index]?.hash ?? []).equals(hash)).toBe(true);
    }
    const incident = await door.database.incident.findUniqueOrThrow({ where: { number } });
    expect(Buffer.from(incident.lastHash).equals(hash)).toBe(true);
    const last = events.at(-1);
    if (!last) throw new Error('no events');
    expect(chainHash(chainKey, chainStart, { ...last, occurredAt: '2020-01-01T00:00:00.000Z' })).not.toEqual(hash);
  });

  it('[K5] gives gapless numbers, also when many declare at once and some are refused', async () => {
    const before = Number((await declare()).slice(-4));
    const attempts = Array.from({ length: 20 }, (_, index) =>
      door.send(commander, 'incident.declare', {
        title: `t${index}`,
        ...(index % 4 === 0 ? { severity: 'SEV-9' } : {}),
      }),
    );
    const outcomes = (await Promise.all(attempts)).map(outcomeOf);
    const numbers = outcomes.flatMap((outcome) =>
      outcome.outcome === 'applied' ? [Number(outcome.number.slice(-4))] : [],
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => before + 1 + index));
  });
});

describe('[K2] [K11] a command that comes again', () => {
  it('gets the same answer, marked as a duplicate, and changes nothing', async () => {
    const number = await declare();
    const commandId = uuidv7();
    const first = await door.send(commander, 'timeline.add_note', { number, text: 'once' }, { commandId });
    const second = await door.send(commander, 'timeline.add_note', { number, text: 'once' }, { commandId });
    expect(first).toMatchObject({ duplicate: false });
    expect(second).toEqual({ ...first, duplicate: true });
    expect(await readEvents(door.database, number, 2)).toHaveLength(1);
  });

  it('is refused with another body, and for another actor', async () => {
    const number = await declare();
    const commandId = uuidv7();
    await door.send(commander, 'timeline.add_note', { number, text: 'mine' }, { commandId });
    expect(await door.send(commander, 'timeline.add_note', { number, text: 'other' }, { commandId })).toEqual({
      reused: true,
    });
    expect(await door.send(anActor('lead'), 'timeline.add_note', { number, text: 'mine' }, { commandId })).toEqual({
      reused: true,
    });
  });

  it('gets the same rejection, even when it would be accepted by now', async () => {
    const number = await declare();
    const commandId = uuidv7();
    const viewer = anActor('viewer');
    const input = { number, text: 'x' };
    const first = outcomeOf(await door.send(viewer, 'timeline.add_note', input, { commandId }));
    expect(first).toMatchObject({ outcome: 'rejected', rejection: { code: 'not_allowed' } });
    const promoted = { ...viewer, role: 'lead' as const };
    expect(outcomeOf(await door.send(promoted, 'timeline.add_note', input, { commandId }))).toEqual(first);
  });

  it('is recorded once when 20 copies arrive together', async () => {
    const number = await declare();
    const commandId = uuidv7();
    const copies = Array.from({ length: 20 }, () =>
      door.send(commander, 'triage.tick', { number, ...step('read') }, { commandId }),
    );
    const answers = await Promise.all(copies);
    expect(answers.filter((answer) => !answer.reused && !answer.duplicate)).toHaveLength(1);
    expect(new Set(answers.map((answer) => canonicalJson(outcomeOf(answer)))).size).toBe(1);
    expect(await readEvents(door.database, number, 2)).toHaveLength(1);
  });
});

describe('[K3] order', () => {
  it('200 concurrent commands on one incident get one gapless order, each acknowledged once', async () => {
    const number = await declare();
    const people = Array.from({ length: 10 }, (_, index) => anActor('responder', `R${index}`));
    const sent = Array.from({ length: 200 }, (_, index) => ({
      actor: people[index % 10] ?? commander,
      text: `note ${index}`,
    }));
    const answers = await Promise.all(
      sent.map(({ actor, text }) => door.send(actor, 'timeline.add_note', { number, text })),
    );
    expect(answers.every((answer) => outcomeOf(answer).outcome === 'applied')).toBe(true);
    const events = await readEvents(door.database, number, 0);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 202 }, (_, index) => index + 1));
    const texts = events.flatMap((event) => (event.type === 'timeline.note_added' ? [event.data.text] : []));
    expect(texts.toSorted()).toEqual(sent.map(({ text }) => text).toSorted());
  }, 60_000);

  it('[T1] of 30 who tick the same step at once, one did, and nobody is told of a failure', async () => {
    const number = await declare();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => door.send(anActor('responder'), 'triage.tick', { number, ...step('read') })),
    );
    const outcomes = answers.map((answer) => outcomeOf(answer).outcome);
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'noop')).toHaveLength(29);
  });
});

describe('[K4] the projected row', () => {
  const command = fc.oneof(
    fc.record({ type: fc.constant('triage.tick'), itemId: fc.constantFrom('acknowledge', 'read', 'look', 'nothing') }),
    fc.record({ type: fc.constant('triage.untick'), itemId: fc.constantFrom('acknowledge', 'read', 'look') }),
    fc.record({
      type: fc.constantFrom('incident.raise_severity', 'incident.lower_severity'),
      to: fc.constantFrom('SEV-1', 'SEV-2', 'SEV-3'),
    }),
    fc.record({ type: fc.constant('incident.take_command') }),
    fc.record({ type: fc.constant('timeline.add_note'), text: fc.string({ minLength: 1, unit: 'grapheme' }) }),
  );
  const role = fc.constantFrom('viewer', 'responder', 'commander', 'lead');

  it('equals the fold of the events, whatever was sent by whomever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(role, command), { maxLength: 12 }), async (commands) => {
        const number = await declare();
        for (const [as, { type, ...rest }] of commands) {
          const input = { number, ...('itemId' in rest ? step(rest.itemId) : rest) };
          const full =
            'to' in rest ? { ...input, from: (await refold(number))?.incident.severity, reason: 'r' } : input;
          await door
            .send(anActor(as), type, full)
            .catch((error: Error) => expect(error.message).toMatch(/text|expected/));
        }
        const state = await refold(number);
        const row = await door.database.incident.findUniqueOrThrow({ where: { number } });
        if (!state) throw new Error('no state');
        const { declaredAt, updateDueAt, ...columns } = projectIncident(state);
        expect(row).toMatchObject(columns);
        expect(row.declaredAt.toISOString()).toBe(declaredAt);
        expect(row.updateDueAt?.toISOString() ?? null).toBe(updateDueAt);
        expect(row.lastSeq).toBe((await readEvents(door.database, number, 0)).length);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('[K7] time', () => {
  it('takes a claimed past, tolerates a clock a little ahead, and refuses the future', async () => {
    const number = await declare();
    const restore = replaceClock({ now: () => new Date('2026-11-22T03:00:00.000Z') });
    try {
      const note = { number, text: 'x' };
      const occurredAt = (iso: string) => ({ occurredAt: iso });
      const past = outcomeOf(await door.send(commander, 'timeline.add_note', note, occurredAt('2026-11-22T02:50:00Z')));
      expect(past.events[0]).toMatchObject({
        occurredAt: '2026-11-22T02:50:00.000Z',
        recordedAt: '2026-11-22T03:00:00.000Z',
      });
      const ahead = outcomeOf(
        await door.send(commander, 'timeline.add_note', note, occurredAt('2026-11-22T03:00:59Z')),
      );
      expect(ahead.events[0]).toMatchObject({ occurredAt: '2026-11-22T03:00:00.000Z' });
      const future = outcomeOf(
        await door.send(commander, 'timeline.add_note', note, occurredAt('2026-11-22T03:01:01Z')),
      );
      expect(future).toMatchObject({ outcome: 'rejected', rejection: { code: 'time_in_future' } });
    } finally {
      restore();
    }
  });
});
