import { describe, expect, it } from 'vitest';
import { listLocks } from '@/lib/domain/triage/list-locks';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { evidenceActions, waiveId } from './evidence-actions';

const commander = anActor('commander', 'Camille');
// As the catalogue lists them; the step names them the other way round.
const recipes = [
  { id: 'api-log', title: 'API log' },
  { id: 'redis-keys', title: 'Keys' },
];
const { incident, triage, evidence } = anIncidentAfter(commander, {
  type: 'triage.checklist_opened',
  data: {
    checklist: {
      id: 'redis',
      title: 'Redis',
      items: [
        { id: 'failover', title: 'Failover', gate: 'mitigation', needs: ['redis-keys', 'api-log'] },
        { id: 'restart', title: 'Restart', gate: 'mitigation', needs: ['api-log', 'redis-keys'] },
      ],
    },
  },
});
const facts = { incident, triage, nowMs: Date.parse(incident.declaredAt), live: [] };
const locked = listLocks(facts, evidence).map((ids) => recipes.filter(({ id }) => ids.includes(id)));
const actions = evidenceActions({ ...incident, commander }, commander, locked);

describe('[E3] going on without what a step needs', () => {
  it('is there under the step’s own order of two needs, and sends both with one reason', () => {
    const both = actions.find(({ id }) => id === waiveId(['redis-keys', 'api-log']));
    expect(both?.toInput({ reason: 'The host is gone' })).toEqual({
      recipes: ['api-log', 'redis-keys'],
      reason: 'The host is gone',
    });
  });

  it('is there for each of the two by itself, and once for two steps that need the same', () => {
    expect(actions.map(({ label }) => label)).toEqual([
      'Go on without: API log; Keys…',
      'Go on without: API log…',
      'Go on without: Keys…',
    ]);
  });

  it('is for the one who commands', () => {
    expect(evidenceActions({ ...incident, commander }, anActor('lead'), locked)).toEqual([]);
  });
});
