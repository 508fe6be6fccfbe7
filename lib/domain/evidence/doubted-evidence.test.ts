import { describe, expect, it } from 'vitest';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { failedCapture, savedFile } from '@/lib/testing/command-samples';
import { decideMachine } from '@/lib/testing/decide-machine';
import { decideOn, outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { lookedUp, named } from '@/lib/testing/looked-up';
import type { DomainEvent } from '../contents';
import { describeEvent } from '../describe-event';
import type { LookedUp } from '../incident/record-context';

const commander = anActor('commander', 'Camille');
const responder = anActor('responder', 'Rafael');
const context = (actor = responder, over: LookedUp = {}) => ({ ...aContext(actor), looked: lookedUp(over) });
const opened: DomainEvent = {
  type: 'triage.checklist_opened',
  data: {
    checklist: {
      id: 'storage',
      title: 'Storage',
      items: [{ id: 'restart-it', title: 'Restart it', gate: 'mitigation', needs: ['store-keys', 'api-log'] }],
    },
  },
};
const restart = { checklistId: 'storage', itemId: 'restart-it' };
const { evidenceId } = savedFile;
const capture = (over: object): DomainEvent => ({ type: 'evidence.captured', data: { ...savedFile, ...over } });
const other = (last: string, over: object) => capture({ evidenceId: evidenceId.slice(0, -2) + last, ...over });
const keys = other('a1', { name: 'store-keys-1.txt', recipe: 'store-keys' });
const failed: DomainEvent = { type: 'evidence.captured', data: failedCapture };
const row = (status: 'down' | 'unknown' | 'degraded' | 'ok') => ({
  live: [{ serviceId: 'store', name: 'Store', status, since: null, users: '' }],
});
const tick = (state: ReturnType<typeof anIncidentAfter>, over: LookedUp = {}) =>
  outcomeOn(state, 'triage.tick', restart, context(responder, over));

describe('[E11] a failed capture', () => {
  it('opens no step until somebody takes it all the same, by name', () => {
    const state = anIncidentAfter(commander, opened, keys, failed);
    expect(tick(state)).toBe('evidence_missing');
    expect(outcomeOn(state, 'evidence.accept', { evidenceId }, context(anActor('viewer')))).toBe('not_allowed');
    const taken = recordAfter(state, 'evidence.accept', { evidenceId }, context());
    expect(taken.evidence.items.at(-1)?.accepted).toMatchObject({ by: { name: 'Rafael' } });
    expect(tick(taken)).toBe('applied');
  });

  it('is taken once, and what nobody doubts needs no such word', () => {
    const state = anIncidentAfter(commander, keys, failed);
    const taken = recordAfter(state, 'evidence.accept', { evidenceId }, context());
    expect(outcomeOn(taken, 'evidence.accept', { evidenceId }, context())).toBe('noop');
    const plain = anIncidentAfter(commander, capture({}));
    expect(outcomeOn(plain, 'evidence.accept', { evidenceId }, context())).toBe('noop');
    expect(outcomeOn(plain, 'evidence.accept', { evidenceId: commander.id }, context())).toBe('unknown_evidence');
  });

  it('is no reason not to go on without, and another one that worked is enough', () => {
    const locked = anIncidentAfter(commander, opened, keys, failed);
    const waiver = { recipes: ['api-log'], reason: 'The host is gone for good' };
    expect(outcomeOn(locked, 'evidence.waive', waiver, context(commander))).toBe('applied');
    expect(tick(anIncidentAfter(commander, opened, keys, failed, other('b2', {})))).toBe('applied');
  });

  it('keeps its mark and its instance in the record', () => {
    const { isLate: _, ...file } = { ...failedCapture, instance: { id: 'blue', name: 'API blue' } };
    const decision = decideMachine(anIncidentAfter(commander), 'evidence.record_capture', file, context());
    expect(decision).toMatchObject({
      events: [{ data: { doubt: { reason: 'failed', exitStatus: 1 }, instance: { id: 'blue' } } }],
    });
  });

  it('is told as an attempt, with how it failed', () => {
    expect(describeEvent(failed)).toMatchObject({
      lead: 'tried to save evidence',
      rest: ': incident-20261122-030500-api.log (12.3 kB) ended with exit status 1: “Error: No such container: api”. Kept, not taken as evidence',
      tone: 'loud',
    });
  });
});

describe('[E12] a source that does not answer', () => {
  const attempt = capture({ ...failedCapture, recipe: 'store-keys' });

  it('is recorded with the attempt as its basis, and opens what waits for it', () => {
    const state = anIncidentAfter(commander, opened, attempt, other('b2', {}));
    expect(tick(state)).toBe('evidence_missing');
    const known = recordAfter(state, 'evidence.record_no_answer', { evidenceId }, context());
    expect(known.evidence.unanswered?.['store-keys']).toMatchObject({
      ...{ title: 'Keys of the store', source: 'store', evidenceId },
      by: { name: 'Rafael' },
    });
    expect(tick(known)).toBe('applied');
    expect(outcomeOn(known, 'evidence.record_no_answer', { evidenceId }, context())).toBe('noop');
  });

  it('takes a failed attempt, and a capture whose source the catalogue knows', () => {
    const worked = anIncidentAfter(commander, keys);
    const keysId = worked.evidence.items[0]?.evidenceId ?? '';
    expect(outcomeOn(worked, 'evidence.record_no_answer', { evidenceId: keysId }, context())).toBe('no_failed_attempt');
    const noSource = anIncidentAfter(commander, failed);
    expect(outcomeOn(noSource, 'evidence.record_no_answer', { evidenceId }, context())).toBe('no_failed_attempt');
  });
});

describe('[E13] what a dead server is not asked for', () => {
  const state = anIncidentAfter(commander, opened, capture({}));

  it('is not required while its row is down, and the tick says so', () => {
    const decision = decideOn(state, 'triage.tick', restart, context(responder, row('down')));
    const without = [{ id: 'store-keys', title: 'Keys of the store', because: 'Store is down' }];
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'triage.item_ticked', data: { without } }] });
    const [event] = decision.ok ? decision.events : [];
    expect(event && describeEvent(event).rest).toBe(' Restart it; Keys of the store was not required: Store is down');
  });

  it.each(['unknown', 'degraded', 'ok'] as const)('is required while its row is %s', (status) => {
    expect(tick(state, row(status))).toBe('evidence_missing');
  });

  it('is not named when it was saved all the same', () => {
    const had = anIncidentAfter(commander, opened, capture({}), keys);
    const decision = decideOn(had, 'triage.tick', restart, context(responder, row('down')));
    expect(decision).toMatchObject({ events: [{ data: { itemId: 'restart-it' } }] });
    expect(decision.ok && 'without' in (decision.events[0]?.data ?? {})).toBe(false);
  });

  it('locks no step in the words of a hand-over either', () => {
    const second = anActor('commander', 'Second');
    const offered = (over: LookedUp) => {
      const looked = { people: [named(second)], ...over };
      const decision = decideOn(state, 'incident.offer_command', { personId: second.id }, context(commander, looked));
      const [event] = decision.ok ? decision.events : [];
      return event?.type === 'incident.command_offered' ? event.data.summary.join('\n') : '';
    };
    expect(offered({})).toContain('Not saved yet, and locks steps: store-keys.');
    expect(offered(row('down'))).not.toContain('locks steps');
  });

  it('leaves what else the step needs as it is', () => {
    expect(tick(anIncidentAfter(commander, opened), row('down'))).toBe('evidence_missing');
  });

  it('is for the server to say: a browser that decides ahead waits', () => {
    expect(outcomeOn(state, 'triage.tick', restart, aContext(responder))).toBe('only_on_server');
  });
});
