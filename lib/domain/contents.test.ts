import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { aClosedIncident, anIncident, recorded } from '@/lib/testing/an-incident';
import { accessRoles, isAtLeast } from './access/role';
import { type Action, whoMay } from './access/who-may';
import { type DomainEvent, evolve, openingCommand, type RecordState, recordCommands } from './contents';
import type { Decision } from './kernel/decision';

const number = 'INC-2026-0001';
const step = { checklistId: 'first-five-minutes', itemId: 'acknowledge' };

/** A sound input for each command, and the incident it is sent to. */
const samples: Record<Action, { input: object; state: () => RecordState | null }> = {
  'incident.declare': { input: { title: 'x' }, state: () => null },
  'incident.raise_severity': {
    input: { number, from: 'SEV-2', to: 'SEV-1', reason: 'r' },
    state: () => anIncident().state,
  },
  'incident.lower_severity': {
    input: { number, from: 'SEV-2', to: 'SEV-3', reason: 'r' },
    state: () => anIncident().state,
  },
  'incident.take_command': { input: { number }, state: () => anIncident().state },
  'triage.tick': { input: { number, ...step }, state: () => anIncident().state },
  'triage.untick': { input: { number, ...step }, state: () => ticked() },
  'timeline.add_note': { input: { number, text: 'a note' }, state: () => anIncident().state },
};

function ticked(): RecordState {
  const { state } = anIncident();
  const fact: DomainEvent = { type: 'triage.item_ticked', data: { ...step, title: 'Do acknowledge' } };
  return recorded([fact], anActor('responder'), 3).reduce<RecordState>(evolve, state);
}

type AnyDecide = (state: RecordState | null, input: unknown, context: unknown) => Decision<DomainEvent>;

function decide(action: Action, state: RecordState | null, role: (typeof accessRoles)[number]) {
  const commands = { ...openingCommand, ...recordCommands };
  const context = { ...aContext(anActor(role)), number, catalogue: aCatalogue() };
  return (commands[action] as AnyDecide)(state, samples[action].input, context);
}

const actions = Object.keys(whoMay) as Action[];

describe('[A2] who may do what', () => {
  it('names a least role for every command, and no other', () => {
    expect(actions.toSorted()).toEqual([...Object.keys(openingCommand), ...Object.keys(recordCommands)].toSorted());
  });

  const cases = actions.flatMap((action) => accessRoles.map((role) => ({ action, role })));
  it.each(cases)('$action by a $role', ({ action, role }) => {
    const decision = decide(action, samples[action].state(), role);
    if (isAtLeast(role, whoMay[action])) {
      expect(decision).toMatchObject({ ok: true });
      expect(decision.ok && decision.events.length).toBeGreaterThan(0);
    } else {
      expect(decision).toEqual({ ok: false, rejection: { code: 'not_allowed', action, needs: whoMay[action] } });
    }
  });
});

describe('[I8] a closed incident', () => {
  const onRecord = actions.filter((action) => action !== 'incident.declare');
  it.each(onRecord)('%s', (action) => {
    const decision = decide(action, aClosedIncident(), 'lead');
    expect(decision.ok).toBe(action === 'timeline.add_note');
    if (!decision.ok) expect(decision.rejection).toEqual({ code: 'incident_closed', number });
  });
});

describe('decide', () => {
  it('[I1] [I2] opens as investigating under the default severity with the checklists', () => {
    const { state } = anIncident();
    expect(state.incident).toMatchObject({
      status: 'investigating',
      severity: 'SEV-2',
      ladder: ['SEV-1', 'SEV-2', 'SEV-3'],
    });
    expect(state.triage.checklists[0]?.items).toHaveLength(3);
  });

  it('[I3] refuses a severity and a service that the catalogue does not know', () => {
    const context = { ...aContext(anActor('responder')), number, catalogue: aCatalogue() };
    expect(openingCommand['incident.declare'](null, { title: 'x', severity: 'P1' }, context)).toMatchObject({
      rejection: { code: 'unknown_severity', asked: 'P1' },
    });
    expect(openingCommand['incident.declare'](null, { title: 'x', services: ['mail'] }, context)).toMatchObject({
      rejection: { code: 'unknown_service', asked: 'mail' },
    });
  });

  it('[I4] gives command to a declarer who may command, and to no other', () => {
    expect(anIncident({ by: anActor('commander', 'Camille') }).state.incident.commander?.name).toBe('Camille');
    expect(anIncident({ by: anActor('responder') }).state.incident.commander).toBeNull();
  });

  it('[I5] [I6] moves severity only in the direction that was asked for', () => {
    const { state } = anIncident();
    const context = aContext(anActor('commander'));
    const input = { number, from: 'SEV-2', reason: 'r' };
    expect(recordCommands['incident.raise_severity'](state, { ...input, to: 'SEV-3' }, context)).toMatchObject({
      rejection: { code: 'severity_not_higher' },
    });
    expect(recordCommands['incident.lower_severity'](state, { ...input, to: 'SEV-1' }, context)).toMatchObject({
      rejection: { code: 'severity_not_lower' },
    });
    expect(recordCommands['incident.raise_severity'](state, { ...input, to: 'SEV-2' }, context)).toEqual({
      ok: true,
      events: [],
    });
  });

  it('[I7] refuses a change that was made against another severity, with both', () => {
    const { state } = anIncident({ severity: 'SEV-3' });
    const input = { number, from: 'SEV-2', to: 'SEV-1', reason: 'r' };
    expect(recordCommands['incident.raise_severity'](state, input, aContext(anActor('commander')))).toEqual({
      ok: false,
      rejection: { code: 'severity_changed', expected: 'SEV-2', current: 'SEV-3' },
    });
  });

  it('[I9] hands command over once, and says from whom', () => {
    const { state } = anIncident({ by: anActor('commander', 'First') });
    const second = anActor('lead', 'Second');
    const taken = recordCommands['incident.take_command'](state, { number }, aContext(second));
    expect(taken).toMatchObject({
      ok: true,
      events: [{ data: { commander: { name: 'Second' }, from: { name: 'First' } } }],
    });
    const again = { ...state, incident: { ...state.incident, commander: second } };
    expect(recordCommands['incident.take_command'](again, { number }, aContext(second))).toEqual({
      ok: true,
      events: [],
    });
  });

  it('[T1] [T2] ticks once, unticks once', () => {
    const context = aContext(anActor('responder'));
    expect(recordCommands['triage.tick'](ticked(), { number, ...step }, context)).toEqual({ ok: true, events: [] });
    expect(recordCommands['triage.untick'](anIncident().state, { number, ...step }, context)).toEqual({
      ok: true,
      events: [],
    });
  });

  it('[T3] refuses a step that is on no checklist, also one named like a prototype member', () => {
    const context = aContext(anActor('responder'));
    for (const itemId of ['nothing', '__proto__', 'constructor']) {
      const decision = recordCommands['triage.tick'](
        anIncident().state,
        { number, checklistId: 'first-five-minutes', itemId },
        context,
      );
      expect(decision).toMatchObject({ rejection: { code: 'unknown_checklist_item', itemId } });
    }
  });
});
