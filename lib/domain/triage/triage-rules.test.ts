import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { decideOn, outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { named, serverContext } from '@/lib/testing/looked-up';
import { sayEvent } from '../describe-event';
import { evolve } from '../evolve';
import type { RecordState } from '../record-state';
import { openRecord } from './open-record';

const commander = anActor('commander', 'Camille');
const second = anActor('responder', 'Second');
const ask = (...people: (typeof second)[]) => serverContext(commander, { people: people.map((one) => named(one)) });
const open = () => anIncident({ by: commander }).state;
const step = { checklistId: 'first-five-minutes', itemId: 'read' };
const key = 'first-five-minutes/read';

describe('[T1] [T2] [T3] ticking', () => {
  it('happens once, and is taken back once', () => {
    const ticked = recordAfter(open(), 'triage.tick', step, ask());
    expect(ticked.triage.ticks[key]?.by.name).toBe('Camille');
    expect(outcomeOn(ticked, 'triage.tick', step, ask())).toBe('noop');
    const unticked = recordAfter(ticked, 'triage.untick', step, ask());
    expect(outcomeOn(unticked, 'triage.untick', step, ask())).toBe('noop');
  });

  it.each(['nothing', '__proto__', 'constructor'])('is refused for %s, which is on no checklist', (itemId) => {
    expect(outcomeOn(open(), 'triage.tick', { ...step, itemId }, ask())).toBe('unknown_checklist_item');
  });
});

describe('[T4] skipping', () => {
  it('keeps why, is taken up again, and gives way to a tick', () => {
    const skipped = recordAfter(open(), 'triage.skip', { ...step, reason: 'no annotation' }, ask());
    expect(skipped.triage.skips[key]).toMatchObject({ reason: 'no annotation', by: { name: 'Camille' } });
    expect(recordAfter(skipped, 'triage.take_up_again', step, ask()).triage.skips).toEqual({});
    const ticked = recordAfter(skipped, 'triage.tick', step, ask());
    expect(ticked.triage.skips).toEqual({});
    expect(outcomeOn(ticked, 'triage.skip', { ...step, reason: 'x' }, ask())).toBe('step_already_done');
  });
});

describe('[T5] who and until when', () => {
  it('gives a step to one person, to another, to nobody', () => {
    const given = recordAfter(open(), 'triage.assign', { ...step, personId: second.id }, ask(second));
    expect(given.triage.assigned[key]).toEqual({ kind: 'person', id: second.id, name: 'Second' });
    expect(outcomeOn(given, 'triage.assign', { ...step, personId: second.id }, ask())).toBe('noop');
    expect(recordAfter(given, 'triage.assign', { ...step, personId: null }, ask()).triage.assigned).toEqual({});
  });

  it('is told as taken by whoever gives it to themselves', () => {
    const said = (by: typeof second) => {
      const { kind, id, name } = second;
      const data = { ...step, title: 'Do read', to: { kind, id, name } };
      const [event] = recorded([{ type: 'triage.item_assigned', data }], by);
      return event && sayEvent(event);
    };
    expect(said(second)).toBe('Second took Do read');
    expect(said(commander)).toBe('Camille gave Second Do read');
  });

  it('refuses a time that has passed, and forgets one that is taken away', () => {
    const past = { ...step, dueAt: '2026-11-22T11:59:00.000Z' };
    expect(outcomeOn(open(), 'triage.set_due', past, ask())).toBe('due_in_past');
    const due = recordAfter(open(), 'triage.set_due', { ...step, dueAt: '2026-11-22T12:15:00.000Z' }, ask());
    expect(due.triage.due[key]).toBe('2026-11-22T12:15:00.000Z');
    expect(recordAfter(due, 'triage.set_due', { ...step, dueAt: null }, ask()).triage.due).toEqual({});
  });
});

describe('[T6] [T7] more steps', () => {
  it('come from a runbook or a part of one, copied once', () => {
    const whole = recordAfter(open(), 'triage.open_checklist', { checklistId: 'storage' }, ask());
    expect(whole.triage.checklists[1]?.items[1]).toMatchObject({ title: 'Restart it', gate: 'mitigation' });
    expect(outcomeOn(whole, 'triage.open_checklist', { checklistId: 'storage' }, ask())).toBe('noop');
    const part = recordAfter(open(), 'triage.open_checklist', { checklistId: 'storage.mend' }, ask());
    expect(part.triage.checklists[1]).toMatchObject({ title: 'Mend', items: [{ title: 'Restart it' }] });
    for (const checklistId of ['nothing', 'storage.nothing', 'nothing.mend', '.'])
      expect(outcomeOn(open(), 'triage.open_checklist', { checklistId }, ask())).toBe('unknown_checklist');
  });

  it('can be added, and ticked like others', () => {
    const one = recordAfter(open(), 'triage.add_item', { title: 'Ask the data centre' }, ask());
    const two = recordAfter(one, 'triage.add_item', { title: 'Call the vendor' }, ask());
    expect(two.triage.checklists.at(-1)).toMatchObject({
      id: 'ad-hoc',
      items: [{ id: 'step-1', title: 'Ask the data centre' }, { id: 'step-2' }],
    });
    expect(outcomeOn(two, 'triage.tick', { checklistId: 'ad-hoc', itemId: 'step-2' }, ask())).toBe('applied');
  });
});

describe('[T8] the failure class', () => {
  it('opens its runbooks and ticks the step that asked for it', () => {
    const known = recordAfter(
      open(),
      'triage.set_failure_class',
      { failureClass: 'uploads-fail', because: 'Store is down' },
      ask(),
    );
    expect(known.triage.failureClass).toMatchObject({ symptom: 'Tracks do not upload' });
    expect(known.triage.checklists.map(({ id }) => id)).toEqual(['first-five-minutes', 'storage']);
    expect(known.triage.ticks).toHaveProperty(['first-five-minutes/look']);
    expect(outcomeOn(known, 'triage.set_failure_class', { failureClass: 'uploads-fail' }, ask())).toBe('noop');
    expect(outcomeOn(open(), 'triage.set_failure_class', { failureClass: 'x' }, ask())).toBe('unknown_failure_class');
  });
});

describe('[T9] calling for backup', () => {
  it('raises what was below, and calls once', () => {
    const { state } = anIncident({ by: commander, severity: 'SEV-3' });
    const called = recordAfter(state, 'triage.call_backup', {}, ask());
    expect(called.incident.severity).toBe('SEV-2');
    expect(called.triage.backup).toMatchObject({ contact: 'On-call lead' });
    expect(outcomeOn(called, 'triage.call_backup', {}, ask())).toBe('noop');
    const decision = decideOn(open(), 'triage.call_backup', {}, ask());
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['triage.backup_called']);
  });
});

describe('[T10] what was done before there was an incident', () => {
  const asked = {
    ...{ title: 'Uploads fail', services: ['store'], failureClass: 'uploads-fail' },
    ticked: [{ checklistId: 'first-five-minutes', itemId: 'acknowledge', at: '2026-11-22T11:58:00.000Z' }],
  };
  const context = { ...aContext(commander), number: 'INC-2026-0001', catalogue: aCatalogue() };

  it('comes along at its own time, with its milestone and the class', () => {
    const decision = openRecord(null, asked, context);
    if (!decision.ok) throw new Error(decision.rejection.code);
    const state = recorded(decision.events, commander).reduce<RecordState | null>(evolve, null);
    expect(state?.triage.ticks['first-five-minutes/acknowledge']?.at).toBe('2026-11-22T11:58:00.000Z');
    expect(state?.incident.milestones.acknowledged).toBe('2026-11-22T11:58:00.000Z');
    expect(state?.triage.checklists.map(({ id }) => id)).toEqual(['first-five-minutes', 'storage']);
  });

  it('is refused when it lies ahead or is no step of ours', () => {
    const [first] = asked.ticked;
    const ahead = { ...asked, ticked: [{ ...first, at: '2026-11-22T12:00:01.000Z' }] } as typeof asked;
    expect(openRecord(null, ahead, context)).toMatchObject({ rejection: { code: 'time_in_future' } });
    const foreign = { ...asked, ticked: [{ ...first, itemId: 'x' }] } as typeof asked;
    expect(openRecord(null, foreign, context)).toMatchObject({ rejection: { code: 'unknown_checklist_item' } });
  });
});
