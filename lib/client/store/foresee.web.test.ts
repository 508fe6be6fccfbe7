import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { type Actor, type DecideContext, toRef } from '@/lib/domain/access/actor';
import { accessRoles } from '@/lib/domain/access/role';
import { type DomainEvent, type RecordCommandType, type RecordedEvent, recordCommands } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';
import type { RecordView } from '@/lib/domain/record-view';
import { settleSteps } from '@/lib/domain/settle-steps';
import { anActor } from '@/lib/testing/an-actor';
import { aClosedIncident, anIncident } from '@/lib/testing/an-incident';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { foresee as foreseeWith } from './foresee';

const foresee = (view: RecordView, queue: readonly OutboxEntry[], actor: Actor) =>
  foreseeWith(view, queue, actor, { decides: recordCommands, evolve, settleSteps });
const { state, events } = anIncident();
const { number } = state.incident;
const opened: RecordView = { state, events, lastSeq: events.length };

let made = 0;
function anEntry(type: string, input: object, over: Partial<OutboxEntry> = {}): OutboxEntry {
  made += 1;
  const createdAt = new Date(Date.UTC(2026, 10, 22, 13, 0, made % 3_000)).toISOString();
  const base = { commandId: uuidv7(), type, number, input: { number, ...input }, createdAt, occurredAt: createdAt };
  return { ...base, state: 'waiting', attempts: 0, ...over };
}

/** What the server does with the entry, by the same decide: the view after it, and whether it refused. */
function acknowledge(view: RecordView, entry: OutboxEntry, actor: Actor): { view: RecordView; isRefused: boolean } {
  const occurredAt = entry.occurredAt ?? entry.createdAt;
  const context: DecideContext = { actor, now: '2026-11-22T14:00:00.000Z', occurredAt };
  const decide = recordCommands[entry.type as RecordCommandType] as unknown as (
    state: RecordState,
    input: unknown,
    context: DecideContext,
  ) => Decision<DomainEvent>;
  const decision = decide(view.state, entry.input, context);
  if (!decision.ok) return { view, isRefused: true };
  const added = decision.events.map((fact, index): RecordedEvent => {
    const seq = view.lastSeq + 1 + index;
    return { ...fact, seq, actor: toRef(actor), occurredAt, recordedAt: context.now, commandId: entry.commandId };
  });
  const after = added.reduce<RecordState>(evolve, view.state);
  return {
    view: { state: after, events: [...view.events, ...added], lastSeq: view.lastSeq + added.length },
    isRefused: false,
  };
}

const item = fc.constantFrom('acknowledge', 'read', 'look', 'not on the list');
const severity = fc.constantFrom('SEV-1', 'SEV-2', 'SEV-3', 'SEV-9');
const entries = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom('triage.tick', 'triage.untick'), item)
      .map(([type, itemId]) => anEntry(type, { checklistId: 'first-five-minutes', itemId })),
    fc
      .tuple(fc.constantFrom('incident.raise_severity', 'incident.lower_severity'), severity, severity)
      .map(([type, from, to]) => anEntry(type, { from, to, reason: 'r' })),
    fc.constant(null).map(() => anEntry('incident.take_command', {})),
    fc.string().map((text) => anEntry('timeline.add_note', { text })),
  ),
  { maxLength: 12 },
);

describe('[K4] what is foreseen', () => {
  it('equals what the server records, for whatever is sent by whomever, however much of it is acknowledged', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...accessRoles), fc.nat(12), (queue, role, acknowledged) => {
        const actor = anActor(role);
        const before = foresee(opened, queue, actor);
        let view = opened;
        let left = queue;
        for (const entry of queue.slice(0, acknowledged)) {
          const answer = acknowledge(view, entry, actor);
          view = answer.view;
          // A tab may hear of its event by the stream before its queue forgets the entry.
          left = left.flatMap((one) => {
            if (one !== entry) return [one];
            return answer.isRefused ? [{ ...one, state: 'refused' as const }] : one.attempts > 0 ? [one] : [];
          });
          expect(foresee(view, left, actor).state).toEqual(before.state);
        }
        for (const entry of queue.slice(acknowledged)) view = acknowledge(view, entry, actor).view;
        expect(before.state).toEqual(view.state);
        expect(before.events.map(({ seq, type, data }) => [seq, type, data])).toEqual(
          view.events.map(({ seq, type, data }) => [seq, type, data]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('shows an entry once though the stream was quicker than the answer', () => {
    const actor = anActor('responder');
    const note = anEntry('timeline.add_note', { text: 'x' }, { state: 'sending' });
    const { view } = acknowledge(opened, note, actor);
    const { events: shown } = foresee(view, [note], actor);
    expect(shown).toEqual(view.events);
  });

  it('marks as pending what the server does not have, and nothing else', () => {
    const actor = anActor('responder');
    const { events: shown } = foresee(opened, [anEntry('timeline.add_note', { text: 'x' })], actor);
    expect(shown.map(({ pending }) => pending)).toEqual([...events.map(() => undefined), true]);
    expect(shown.at(-1)).toMatchObject({ seq: events.length + 1, actor: toRef(actor), data: { text: 'x' } });
  });

  it('leaves out what was refused, what this person may not do, and what nobody knows', () => {
    const queue = [
      anEntry('timeline.add_note', { text: 'x' }, { state: 'refused' }),
      anEntry('incident.take_command', {}),
      anEntry('incident.launch', {}),
      anEntry('toString', {}),
    ];
    expect(foresee(opened, queue, anActor('responder'))).toEqual({ state, events });
  });

  it('[I8] foresees nothing but notes on a closed incident', () => {
    const closed: RecordView = { ...opened, state: aClosedIncident() };
    const queue = [
      anEntry('triage.tick', { checklistId: 'first-five-minutes', itemId: 'read' }),
      anEntry('timeline.add_note', { text: 'x' }),
    ];
    const { events: shown } = foresee(closed, queue, anActor('lead'));
    expect(shown.slice(events.length).map(({ type }) => type)).toEqual(['timeline.note_added']);
  });

  it('is what is recorded, until the rules are there', () => {
    const queue = [anEntry('timeline.add_note', { text: 'x' })];
    expect(foreseeWith(opened, queue, anActor('responder'), null)).toEqual({ state, events });
  });

  it('changes neither the view nor the queue', () => {
    const queue = [anEntry('triage.tick', { checklistId: 'first-five-minutes', itemId: 'read' })];
    const copies = structuredClone([opened, queue]);
    foresee(opened, queue, anActor('responder'));
    expect([opened, queue]).toEqual(copies);
  });
});
