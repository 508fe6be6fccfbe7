import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { savedFile } from '@/lib/testing/command-samples';
import { outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import type { ChecklistItem } from '../catalogue/catalogue';
import type { DomainEvent } from '../contents';
import type { ComponentStatus } from '../health/health';
import { settleSteps } from '../settle-steps';
import { listOpenSteps } from './list-open-steps';
import { notNeeded } from './step-need';

const commander = anActor('commander', 'Camille');
const context = () => serverContext(commander);
const at = (minute: number) => Date.UTC(2026, 10, 22, 12, minute, 2);
const classSet: DomainEvent = {
  type: 'triage.failure_class_set',
  data: { from: null, failureClass: { id: 'uploads-fail', symptom: 'Tracks do not upload', cause: 'c' } },
};
const raised: DomainEvent = { type: 'incident.severity_raised', data: { from: 'SEV-2', to: 'SEV-1', reason: 'r' } };
const opened = (...items: ChecklistItem[]): DomainEvent => ({
  type: 'triage.checklist_opened',
  data: { checklist: { id: 'book', title: 'Book', items } },
});
const rows = (status: ComponentStatus) => [{ id: 'store', name: 'Store', status }];

/** Why a step with this condition is not needed; null while it is. */
function why(when: string, events: DomainEvent[] = [], minute = 1, live = rows('down')) {
  const { incident, triage } = anIncidentAfter(commander, ...events);
  return notNeeded({ when }, { incident, triage, nowMs: at(minute), live });
}

describe('[T12] a step with a condition', () => {
  it.each<[when: string, events: DomainEvent[], minute: number, needed: boolean]>([
    ['unclassified after 5 min', [], 4, false],
    ['unclassified after 5 min', [], 5, true],
    ['unclassified after 5 min', [classSet], 9, false],
    ['unclassified', [], 0, true],
    ['classified', [], 0, false],
    ['classified', [classSet], 0, true],
    ['class is uploads-fail', [classSet], 0, true],
    ['class is not uploads-fail', [classSet], 0, false],
    ['severity is not SEV-1', [], 0, true],
    ['severity is not SEV-1', [raised], 0, false],
    ['severity below SEV-1', [raised], 0, false],
    ['severity above SEV-3', [], 0, true],
    ['service store is down', [], 0, true],
    ['service store is ok', [], 0, false],
    ['service store is not down', [], 0, false],
    ['service store is down and severity is SEV-1', [], 0, false],
    ['service store is down and severity is SEV-1', [raised], 0, true],
  ])('%s (%#)', (when, events, minute, needed) => {
    const reason = why(when, events, minute);
    expect(reason === null).toBe(needed);
    if (!needed) expect(reason).toMatch(/\.$/);
  });

  it('is needed while nobody knows: a row that is unknown or not there, an alert, words of a newer release', () => {
    expect(why('service store is ok', [], 1, rows('unknown'))).toBeNull();
    expect(why('service store is ok', [], 1, [])).toBeNull();
    for (const when of ['alert', 'severity is P9', 'moon is full of cheese', 'by the way'])
      expect(why(when)).toBeNull();
  });

  it('[N25] calls for nobody who was called already, or once it is classified', () => {
    const called: DomainEvent = {
      type: 'triage.backup_called',
      data: { contact: 'On-call lead', announceIn: '#incidents', advice: 'a' },
    };
    const reason = (...events: DomainEvent[]) => {
      const { incident, triage } = anIncidentAfter(commander, ...events);
      return notNeeded({ does: 'triage.call_backup' }, { incident, triage, nowMs: at(9), live: [] });
    };
    expect(reason()).toBeNull();
    expect(reason(called)).toMatch(/^Not needed: On-call lead was called at 12:00 UTC/);
    expect(reason(classSet)).toMatch(/classified/);
  });

  it('is not open while it is not needed, comes back, and stays done when it was done', () => {
    const step = { id: 'call', title: 'Call', when: 'severity is not SEV-1' };
    const open = (...events: DomainEvent[]) => {
      const { incident, triage } = anIncidentAfter(commander, opened(step), ...events);
      return listOpenSteps({ incident, triage, nowMs: at(1), live: [] }).map(({ key }) => key);
    };
    const lowered: DomainEvent = {
      type: 'incident.severity_lowered',
      data: { from: 'SEV-1', to: 'SEV-2', reason: 'r' },
    };
    expect(open()).toContain('book/call');
    expect(open(raised)).not.toContain('book/call');
    expect(open(raised, lowered)).toContain('book/call');
    const ticked: DomainEvent = {
      type: 'triage.item_ticked',
      data: { checklistId: 'book', itemId: 'call', title: 'Call' },
    };
    expect(anIncidentAfter(commander, opened(step), ticked, raised).triage.ticks).toHaveProperty(['book/call']);
  });
});

describe('[T13] a step that asks', () => {
  const asking = {
    id: 'how-many',
    title: 'How many are gone?',
    question: { id: 'drives', answers: ['1', '2', 'more'] },
  };
  const branch = { id: 'call', title: 'Call now', when: 'drives is 2' };
  const ask = { checklistId: 'book', itemId: 'how-many' };
  const start = () => anIncidentAfter(commander, opened(asking, branch));
  const reasonIn = ({ incident, triage }: ReturnType<typeof start>) =>
    notNeeded(branch, { incident, triage, nowMs: at(1), live: [] });

  it('opens the steps of its answer only, and closes them again when the answer changes', () => {
    expect(reasonIn(start())).toBe('Waits for an answer: How many are gone?');
    const two = recordAfter(start(), 'triage.answer_question', { ...ask, answer: '2' }, context());
    expect(reasonIn(two)).toBeNull();
    expect(two.triage.ticks).toHaveProperty(['book/how-many']);
    const one = recordAfter(two, 'triage.answer_question', { ...ask, answer: '1' }, context());
    expect(reasonIn(one)).toBe('Not needed: the answer is “1”.');
    expect(outcomeOn(one, 'triage.answer_question', { ...ask, answer: '1' }, context())).toBe('noop');
  });

  it('takes nothing but its answers, is not ticked by hand, and asks again when its tick is taken back', () => {
    expect(outcomeOn(start(), 'triage.answer_question', { ...ask, answer: '7' }, context())).toBe('unknown_answer');
    expect(outcomeOn(start(), 'triage.tick', ask, context())).toBe('question_open');
    const two = recordAfter(start(), 'triage.answer_question', { ...ask, answer: '2' }, context());
    expect(recordAfter(two, 'triage.untick', ask, context()).triage.answers).toEqual({});
  });

  it('when skipped, leaves all its steps to be done', () => {
    const skipped = recordAfter(start(), 'triage.skip', { ...ask, reason: 'nobody can tell' }, context());
    expect(reasonIn(skipped)).toBeNull();
  });

  it('that another checklist asks as well has one answer', () => {
    const two = recordAfter(start(), 'triage.answer_question', { ...ask, answer: '2' }, context());
    const again: DomainEvent = {
      type: 'triage.checklist_opened',
      data: { checklist: { id: 'other', title: 'Other', items: [asking] } },
    };
    const decision = settleSteps(two, { ok: true, events: [again] }, context());
    expect(decision).toMatchObject({
      ok: true,
      events: [again, { type: 'triage.item_ticked', data: { checklistId: 'other' } }],
    });
  });
});

describe('[T14] a step that stands for something', () => {
  const raise = { id: 'raise', title: 'Raise to SEV-1', does: 'incident.raise_severity SEV-1' };
  const save = { id: 'save', title: 'API logs saved', doneBy: 'evidence api-log' };
  const read = { id: 'read', title: 'Open the runbook', doneBy: 'opening a runbook' };
  const call = { id: 'call', title: 'Call backup', does: 'triage.call_backup' };
  const tell = { id: 'tell', title: 'Tell people', does: 'comms.send_update' };
  const at = (itemId: string) => ({ checklistId: 'book', itemId });
  const key = (itemId: string) => [`book/${itemId}`];
  const start = (...events: DomainEvent[]) => anIncidentAfter(commander, opened(raise, save, call, tell), ...events);

  it.each(['raise', 'save', 'call'])('%s is not ticked by hand while it is not so', (id) => {
    expect(outcomeOn(start(), 'triage.tick', at(id), context())).toBe('step_not_done');
  });

  it('is ticked by its command, in the same commit and under the same name', () => {
    const input = { from: 'SEV-2', to: 'SEV-1', reason: 'r' };
    const after = recordAfter(start(), 'incident.raise_severity', input, context());
    expect(after.triage.ticks).toMatchObject({ 'book/raise': { by: { name: 'Camille' } } });
    expect(after.triage.ticks).not.toHaveProperty(key('call'));
    expect(recordAfter(start(), 'triage.call_backup', {}, context()).triage.ticks).toHaveProperty(key('call'));
  });

  it('is ticked by the evidence that it says was saved, and not by a failed attempt', () => {
    const settle = (data: typeof savedFile) =>
      settleSteps(start(), { ok: true, events: [{ type: 'evidence.captured', data }] }, context());
    expect(settle(savedFile)).toMatchObject({ events: [{}, { type: 'triage.item_ticked', data: { itemId: 'save' } }] });
    const doubt = { reason: 'empty' } as unknown as NonNullable<(typeof savedFile)['doubt']>;
    const failed = settle({ ...savedFile, doubt });
    expect(failed.ok && failed.events).toHaveLength(1);
  });

  it('is ticked at once where it is so when its checklist is opened, and stays open when its tick is taken back', () => {
    const decision = settleSteps(start(raised), { ok: true, events: [again] }, context());
    expect(decision).toMatchObject({ events: [{}, { type: 'triage.item_ticked', data: { checklistId: 'other' } }] });
    const ticked: DomainEvent = { type: 'triage.item_ticked', data: { ...at('raise'), title: 'x' } };
    const taken = recordAfter(start(raised, ticked), 'triage.untick', at('raise'), context());
    expect(recordAfter(taken, 'timeline.add_note', { text: 'n' }, context()).triage.ticks).toEqual({});
  });
  const again: DomainEvent = {
    type: 'triage.checklist_opened',
    data: { checklist: { id: 'other', title: 'Other', items: [raise] } },
  };

  it('[T12] is not ticked while it is not needed, and is ticked when it comes to be needed and is so already', () => {
    const late = { ...save, when: 'severity is SEV-1' };
    const captured: DomainEvent = { type: 'evidence.captured', data: savedFile };
    const saved = settleSteps(anIncidentAfter(commander, opened(late)), { ok: true, events: [captured] }, context());
    expect(saved.ok && saved.events).toEqual([captured]);
    const before = anIncidentAfter(commander, opened(late), captured);
    expect(settleSteps(before, { ok: true, events: [raised] }, context())).toMatchObject({
      events: [raised, { type: 'triage.item_ticked', data: { itemId: 'save' } }],
    });
  });

  it('[N23] reading a runbook is opening one', () => {
    const state = anIncidentAfter(commander, opened(read));
    // The checklist it stands on was itself opened here.
    const declared = { ...state, triage: { ...state.triage, declaredWith: ['first-five-minutes', 'book'] } };
    expect(outcomeOn(declared, 'triage.tick', at('read'), context())).toBe('step_not_done');
    const after = recordAfter(declared, 'triage.open_checklist', { checklistId: 'storage' }, context());
    expect(after.triage.ticks).toHaveProperty(key('read'));
  });
});
