import { describe, expect, it } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, anIncidentAfter, recorded } from '@/lib/testing/an-incident';
import { outcomeOn } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import { toRef } from '../access/actor';
import { sayEvent } from '../describe-event';
import { evolve } from '../evolve';
import type { RecordState } from '../record-state';
import type { RelationChange } from './incident';
import type { OtherIncident } from './record-context';
import { tellRelation } from './tell-relation';

const camille = toRef(anActor('commander', 'Camille'));
const rafael = toRef(anActor('responder', 'Rafael'));
const consoleItself = { kind: 'system', id: 'console', name: 'Console', role: 'lead' } as const;
const open: OtherIncident = {
  ...{ number: 'INC-2026-0002', title: 'Keys leaked', status: 'investigating', mergedInto: null, visibleTo: null },
};

function told(state: RecordState, how: RelationChange, other: OtherIncident | null = open) {
  const input = { number: state.incident.number, other: open.number, how, by: camille };
  const decision = tellRelation(state, input, serverContext(consoleItself, { other }));
  if (!decision.ok) throw new Error(decision.rejection.code);
  const events = recorded(decision.events, consoleItself, 100);
  return { words: events.map(sayEvent), state: events.reduce<RecordState>(evolve, state) };
}

function readBy(...people: (typeof camille)[]): RecordState {
  return anIncidentAfter(anActor('commander'), {
    type: 'incident.visibility_changed',
    data: { visibleTo: people, reason: 'security' },
  });
}

describe('[I20] an incident is told what was decided about it elsewhere', () => {
  it('in words that name who and what, and the two belong together until it is taken back', () => {
    const linked = told(anIncident().state, 'linked');
    expect(linked.words).toEqual(['Camille linked INC-2026-0002 to this incident: Keys leaked']);
    expect(linked.state.incident.related).toEqual(['INC-2026-0002']);
    const merged = told(linked.state, 'merged');
    expect(merged.words).toEqual(['Camille merged INC-2026-0002 into this incident: Keys leaked']);
    expect(merged.state.incident.related).toEqual(['INC-2026-0002']);
    const parted = told(merged.state, 'unmerged');
    expect(parted.words).toEqual(['Camille took INC-2026-0002 back out of this incident: Keys leaked']);
    expect(parted.state.incident.related).toEqual([]);
    expect(told(linked.state, 'unlinked').words).toEqual(['Camille took back the link from INC-2026-0002']);
  });

  it('and not what it knows already, nor when it was merged itself', () => {
    expect(told(told(anIncident().state, 'linked').state, 'linked').words).toEqual([]);
    expect(told(anIncident().state, 'unlinked').words).toEqual([]);
    const { state } = anIncident();
    const merged = { ...state, incident: { ...state.incident, mergedInto: 'INC-2026-0009' } };
    expect(told(merged, 'linked').words).toEqual([]);
  });

  it.each([
    ['everybody reads this one', anIncident().state, [camille], 0],
    ['somebody reads this one whom the other does not name', readBy(camille, rafael), [camille], 0],
    ['all who read this one are named by the other', readBy(camille), [camille, rafael], 1],
    ['only a few read this one, and everybody the other', readBy(camille), null, 1],
  ])('[A7] with a private one: %s', (_, state, visibleTo, times) => {
    expect(told(state, 'linked', { ...open, visibleTo }).words).toHaveLength(times);
  });

  it('[L5] by the console itself only', () => {
    const { state } = anIncident();
    const input = { number: state.incident.number, other: open.number, how: 'linked' as const, by: camille };
    expect(tellRelation(state, input, serverContext(anActor('lead')))).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
  });

  it.each(['incident.link', 'incident.merge'] as const)(
    '[A7] %s names no private one to people who may not know of it',
    (type) => {
      const asked = (state: RecordState, visibleTo: (typeof camille)[] | null) =>
        outcomeOn(
          state,
          type,
          { other: open.number },
          serverContext(anActor('lead'), { other: { ...open, visibleTo } }),
        );
      expect(asked(anIncident().state, [camille])).toBe('other_is_private');
      expect(asked(readBy(camille), [camille, rafael])).toBe('applied');
      expect(asked(anIncident().state, null)).toBe('applied');
    },
  );
});
