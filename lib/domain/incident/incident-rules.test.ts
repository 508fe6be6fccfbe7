import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident } from '@/lib/testing/an-incident';
import { decideOn, outcomeOn, recordAfter } from '@/lib/testing/decide-on';
import { named, serverContext } from '@/lib/testing/looked-up';
import { maySee } from './may-see';

const first = anActor('commander', 'First');
const second = anActor('commander', 'Second');
const third = anActor('commander', 'Third');
const responder = anActor('responder', 'Responder');
const ask = (by = first, ...people: (typeof first)[]) => serverContext(by, { people: people.map((one) => named(one)) });
const open = () => anIncident({ by: first }).state;
const offered = () => recordAfter(open(), 'incident.offer_command', { personId: second.id }, ask(first, second));

describe('[I10] handing command over', () => {
  it('takes two: command changes when the other one accepts, not before', () => {
    const state = offered();
    expect(state.incident).toMatchObject({ commander: { name: 'First' }, offer: { to: { name: 'Second' } } });
    const accepted = recordAfter(state, 'incident.accept_command', {}, ask(second));
    expect(accepted.incident).toMatchObject({ commander: { name: 'Second' }, offer: null });
  });

  it('says how things stand: state, class, what is due, open steps, the last facts', () => {
    const { summary } = offered().incident.offer ?? { summary: [] };
    expect(summary).toEqual([
      'SEV-2, investigating since 2026-11-22 12:00 UTC.',
      'The failure class is not known yet.',
      'The first update is promised for 2026-11-22 12:05 UTC.',
      'Response running: due 2026-11-22 12:30 UTC.',
      'Open: Do acknowledge.',
      'Open: Do read.',
      'Open: Do look.',
      '12:00 UTC First declared SEV-2: Tracks will not upload',
      '12:00 UTC First took command',
    ]);
  });

  it('is for the offered person alone, and falls when somebody takes command meanwhile', () => {
    expect(outcomeOn(offered(), 'incident.accept_command', {}, ask(third))).toBe('no_offer');
    const taken = recordAfter(offered(), 'incident.take_command', {}, ask(third));
    expect(taken.incident).toMatchObject({ commander: { name: 'Third' }, offer: null });
    expect(outcomeOn(taken, 'incident.accept_command', {}, ask(second))).toBe('no_offer');
  });

  it('is declined by the one and taken back by the other, by nobody else', () => {
    expect(recordAfter(offered(), 'incident.decline_command', {}, ask(second)).incident.offer).toBeNull();
    expect(recordAfter(offered(), 'incident.decline_command', {}, ask(first)).incident.offer).toBeNull();
    expect(outcomeOn(offered(), 'incident.decline_command', {}, ask(third))).toBe('no_offer');
  });

  it('is offered by who commands, to somebody who is there and may', () => {
    const input = { personId: second.id };
    expect(outcomeOn(open(), 'incident.offer_command', input, ask(third, second))).toBe('only_commander');
    const left = serverContext(first, { people: [named(second, false)] });
    expect(outcomeOn(open(), 'incident.offer_command', input, left)).toBe('person_left');
    expect(outcomeOn(open(), 'incident.offer_command', input, ask(first))).toBe('unknown_person');
    const weak = { personId: responder.id };
    expect(outcomeOn(open(), 'incident.offer_command', weak, ask(first, responder))).toBe('person_may_not');
    expect(outcomeOn(open(), 'incident.offer_command', { personId: first.id }, ask(first, first))).toBe('noop');
  });
});

describe('[I11] roles', () => {
  it('have one holder, experts any number, and are given back', () => {
    let state = recordAfter(
      open(),
      'incident.assign_role',
      { role: 'scribe', personId: second.id },
      ask(first, second),
    );
    state = recordAfter(state, 'incident.assign_role', { role: 'scribe', personId: third.id }, ask(first, third));
    state = recordAfter(state, 'incident.assign_role', { role: 'expert', personId: second.id }, ask(first, second));
    state = recordAfter(state, 'incident.assign_role', { role: 'expert', personId: third.id }, ask(first, third));
    expect(state.incident.roles.scribe?.name).toBe('Third');
    expect(state.incident.experts.map(({ name }) => name)).toEqual(['Second', 'Third']);
    state = recordAfter(state, 'incident.leave_role', { role: 'scribe', personId: third.id }, ask());
    state = recordAfter(state, 'incident.leave_role', { role: 'expert', personId: second.id }, ask());
    expect(state.incident.roles).toEqual({});
    expect(state.incident.experts.map(({ name }) => name)).toEqual(['Third']);
    expect(outcomeOn(state, 'incident.leave_role', { role: 'scribe', personId: third.id }, ask())).toBe('noop');
  });
});

describe('[I12] milestones', () => {
  const set = (milestone: string, at: string, reason?: string) => ({ milestone, at, ...(reason && { reason }) });

  it('are set once, then only corrected with a reason', () => {
    const state = recordAfter(
      open(),
      'incident.set_milestone',
      set('impactStarted', '2026-11-22T11:50:00.000Z'),
      ask(),
    );
    const later = set('impactStarted', '2026-11-22T11:55:00.000Z');
    expect(outcomeOn(state, 'incident.set_milestone', later, ask())).toBe('correction_needs_reason');
    const decision = decideOn(state, 'incident.set_milestone', { ...later, reason: 'Graph misread' }, ask());
    expect(decision).toMatchObject({
      events: [{ data: { from: '2026-11-22T11:50:00.000Z', at: '2026-11-22T11:55:00.000Z', reason: 'Graph misread' } }],
    });
  });

  it('never lie in the future, and nothing ends before it began', () => {
    expect(outcomeOn(open(), 'incident.set_milestone', set('detected', '2026-11-22T12:00:01.000Z'), ask())).toBe(
      'time_in_future',
    );
    const mitigated = recordAfter(
      open(),
      'incident.set_milestone',
      set('mitigated', '2026-11-22T11:40:00.000Z'),
      ask(),
    );
    expect(
      outcomeOn(mitigated, 'incident.set_milestone', set('impactStarted', '2026-11-22T11:41:00.000Z'), ask()),
    ).toBe('end_before_start');
    // An alert may come before anybody feels anything.
    expect(outcomeOn(mitigated, 'incident.set_milestone', set('detected', '2026-11-22T09:00:00.000Z'), ask())).toBe(
      'applied',
    );
  });

  it('stay where they are when a state is reached again', () => {
    const how = { from: 'investigating', how: 'Restarted' };
    let state = recordAfter(open(), 'incident.mitigate', how, ask());
    const at = state.incident.milestones.mitigated;
    state = recordAfter(state, 'incident.go_back', { from: 'mitigated', to: 'investigating', reason: 'again' }, ask());
    state = recordAfter(state, 'incident.mitigate', how, ask());
    expect(state.incident.milestones.mitigated).toBe(at);
    expect(state.incident.milestones.declared).toBe(state.incident.declaredAt);
  });

  it('come with the step that stands for one, once', () => {
    const step = { checklistId: 'first-five-minutes', itemId: 'acknowledge' };
    const ticked = recordAfter(open(), 'triage.tick', step, ask());
    expect(ticked.incident.milestones.acknowledged).toBe('2026-11-22T12:00:00.000Z');
    const unticked = recordAfter(ticked, 'triage.untick', step, ask());
    const again = decideOn(unticked, 'triage.tick', step, serverContext(first, {}, '2026-11-22T13:00:00.000Z'));
    expect(again).toMatchObject({ ok: true, events: [{ type: 'triage.item_ticked' }] });
  });
});

describe('[I13] [I15] states', () => {
  it('refuse a change made against another state, with both', () => {
    const state = recordAfter(open(), 'incident.identify', { from: 'investigating' }, ask());
    expect(decideOn(state, 'incident.mitigate', { from: 'investigating', how: 'h' }, ask())).toEqual({
      ok: false,
      rejection: { code: 'status_changed', expected: 'investigating', current: 'identified' },
    });
    expect(outcomeOn(state, 'incident.identify', { from: 'investigating' }, ask())).toBe('noop');
  });

  it('keep cause and mitigation, and owe the postmortem of the severity', () => {
    const input = { from: 'investigating', cause: 'A drive died', mitigation: 'Replaced it' };
    const state = recordAfter(open(), 'incident.resolve', input, ask());
    expect(state.incident).toMatchObject({ status: 'resolved', cause: 'A drive died', mitigation: 'Replaced it' });
    expect(state.review.postmortem).toMatchObject({
      dueAt: '2026-11-29T12:00:00.000Z',
      path: 'docs/postmortems/2026-11-22-tracks-will-not-upload.md',
    });
  });

  it('go back out of closed and out of a merge, not ahead', () => {
    const merged = recordAfter(open(), 'incident.merge', { other: 'INC-2026-0002' }, ask());
    expect(merged.incident).toMatchObject({ status: 'closed', mergedInto: 'INC-2026-0002' });
    const back = { from: 'closed', to: 'investigating', reason: 'Not the same after all' };
    expect(recordAfter(merged, 'incident.go_back', back, ask()).incident).toMatchObject({
      status: 'investigating',
      mergedInto: null,
    });
    expect(outcomeOn(open(), 'incident.go_back', { ...back, from: 'investigating', to: 'resolved' }, ask())).toBe(
      'status_not_behind',
    );
  });
});

describe('[I16] merging', () => {
  it.each([
    ['itself', { other: 'INC-2026-0001' }, {}, 'same_incident'],
    ['one that is not there', { other: 'INC-2026-0003' }, { other: null }, 'other_incident_not_found'],
    [
      'a merged one',
      { other: 'INC-2026-0002' },
      { other: { ...other(), mergedInto: 'INC-2026-0009' } },
      'incident_merged',
    ],
    [
      'a closed one',
      { other: 'INC-2026-0002' },
      { other: { ...other(), status: 'closed' as const } },
      'incident_closed',
    ],
  ])('into %s is refused', (_, input, looked, code) => {
    expect(outcomeOn(open(), 'incident.merge', input, serverContext(first, looked))).toBe(code);
  });

  function other() {
    return {
      ...{ number: 'INC-2026-0002', title: 't', mergedInto: null, visibleTo: null },
      status: 'investigating' as const,
    };
  }
});

describe('[I17] [I18] the questions of the ladder', () => {
  const lost = { ask: 'Is data lost?' };

  it('raise by yes, and hold the severity until the answer is no', () => {
    const raised = recordAfter(open(), 'incident.answer_severity_question', { ...lost, answer: 'yes' }, ask());
    expect(raised.incident.severity).toBe('SEV-1');
    const lower = { from: 'SEV-1', to: 'SEV-2', reason: 'calmer' };
    expect(decideOn(raised, 'incident.lower_severity', lower, ask())).toMatchObject({
      rejection: { code: 'severity_held_by_answer', ask: 'Is data lost?', by: 'First', floor: 'SEV-1' },
    });
    const denied = recordAfter(raised, 'incident.answer_severity_question', { ...lost, answer: 'no' }, ask());
    expect(denied.incident.severity).toBe('SEV-1');
    expect(outcomeOn(denied, 'incident.lower_severity', lower, ask())).toBe('applied');
  });

  it('lower by yes to a demotion, which holds nothing and needs who may lower', () => {
    const nobody = { ask: 'Is nobody affected?', answer: 'yes' };
    const lowered = recordAfter(open(), 'incident.answer_severity_question', nobody, ask());
    expect(lowered.incident.severity).toBe('SEV-3');
    expect(outcomeOn(open(), 'incident.answer_severity_question', nobody, ask(responder))).toBe('not_allowed');
    const raised = recordAfter(lowered, 'incident.raise_severity', { from: 'SEV-3', to: 'SEV-1', reason: 'r' }, ask());
    expect(outcomeOn(raised, 'incident.lower_severity', { from: 'SEV-1', to: 'SEV-2', reason: 'r' }, ask())).toBe(
      'applied',
    );
  });

  it('are those of the catalogue', () => {
    expect(outcomeOn(open(), 'incident.answer_severity_question', { ask: 'Why?', answer: 'yes' }, ask())).toBe(
      'unknown_question',
    );
  });
});

describe('[A7] a private incident', () => {
  const toSecond = { people: [second.id], reason: 'security' };

  it('is there for those it names, its commander and its author, and for nobody else', () => {
    const { incident } = recordAfter(open(), 'incident.set_visibility', toSecond, ask(third, second));
    expect([first, second, third].map((one) => maySee(one, incident))).toEqual([true, true, true]);
    expect(maySee(anActor('lead'), incident)).toBe(false);
    expect(maySee({ kind: 'system', id: 'console' }, incident)).toBe(true);
  });

  it('opens again for everybody, and the same twice changes nothing', () => {
    const state = recordAfter(open(), 'incident.set_visibility', toSecond, ask(first, second));
    expect(outcomeOn(state, 'incident.set_visibility', toSecond, ask(first, second))).toBe('noop');
    const opened = recordAfter(state, 'incident.set_visibility', { people: null, reason: 'over' }, ask(first));
    expect(maySee(anActor('viewer'), opened.incident)).toBe(true);
  });
});
