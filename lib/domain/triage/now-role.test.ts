import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident } from '@/lib/testing/an-incident';
import type { NowAct, NowFacts } from './now-line';
import { forRole } from './now-role';

const camille = anActor('commander', 'Camille Roux');
const { escalation } = aCatalogue();

function lineFor(role: 'viewer' | 'responder' | 'commander', act: NowAct, over: Partial<NowFacts> = {}) {
  const { incident, triage, evidence } = anIncident({ by: camille }).state;
  const facts: NowFacts = {
    ...{ incident, triage, evidence, escalation, actor: anActor(role, 'Rafael'), nowMs: 0, silentSince: null },
    ...{ recipes: [], clock: null, live: [], proposal: null, classes: [], updateDue: null, postmortemDueAt: null },
    ...over,
  };
  return forRole(facts, { rule: 'N9', say: 'Mark it mitigated, if users confirm.', why: 'Store is ok again.', act });
}

describe('[N24] a line for somebody who may not do what it says', () => {
  it('names who may, says what it takes, and asks them by a note', () => {
    expect(lineFor('responder', { kind: 'move', to: 'mitigated' })).toEqual({
      rule: 'N9',
      say: 'Ask Camille Roux: Mark it mitigated, if users confirm.',
      why: 'Store is ok again. It takes the commander role.',
      act: { kind: 'ask', name: 'Camille Roux', text: expect.stringContaining('Mark it mitigated') },
    });
  });

  it.each<NowAct>([
    { kind: 'move', to: 'resolved' },
    { kind: 'move', to: 'investigating' },
    { kind: 'perform', doing: { kind: 'command', command: 'incident.lower_severity', of: 'SEV-3' } },
    { kind: 'perform', doing: { kind: 'command', command: 'incident.take_command', of: null } },
  ])('asks for %j', (act) => {
    expect(lineFor('responder', act).act).toMatchObject({ kind: 'ask' });
    expect(lineFor('commander', act).act).toEqual(act);
  });

  it('leaves what a responder may do, and gives a viewer nothing to press', () => {
    const act = { kind: 'capture', recipes: ['api-log'] } as const;
    expect(lineFor('responder', { ...act, recipes: ['api-log'] }).act).toMatchObject({ kind: 'capture' });
    expect(lineFor('viewer', { ...act, recipes: ['api-log'] }).act).toBeUndefined();
  });

  it('asks who speaks for the incident when that is somebody else', () => {
    const telling = { toPost: null, untold: null, isStuck: false, reminders: [], asks: 'Lena' };
    expect(lineFor('responder', { kind: 'write_update' }, { telling }).act).toMatchObject({
      kind: 'ask',
      name: 'Lena',
    });
  });
});
