import { describe, expect, it } from 'vitest';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { severityChanges } from './severity-changes';

const somebody = { kind: 'person', id: 'p1', name: 'Camille Roy' } as const;
const incident: IncidentState = {
  number: 'INC-2026-0007',
  title: 'Tracks will not upload',
  severity: 'SEV-2',
  ladder: ['SEV-1', 'SEV-2', 'SEV-3'],
  status: 'investigating',
  commander: null,
  declaredBy: somebody,
  declaredAt: '2026-11-22T03:10:02.000Z',
  services: [],
  catalogVersion: 'v',
};
const offeredTo = (role: Parameters<typeof severityChanges>[1], state = incident) =>
  severityChanges(state, role, []).offered.map(({ verb, to }) => `${verb} ${to}`);

describe('what the severity menu offers', () => {
  it('offers a commander both ways', () => {
    expect(offeredTo('commander')).toEqual(['Raise SEV-1', 'Lower SEV-3']);
  });

  it('offers a responder only raising, and says what lowering needs', () => {
    expect(offeredTo('responder')).toEqual(['Raise SEV-1']);
    expect(severityChanges(incident, 'responder', []).needs).toBe('Lowering it needs the commander role.');
  });

  it('offers nothing to a viewer, and nothing on a closed incident', () => {
    expect(offeredTo('viewer')).toEqual([]);
    expect(offeredTo('lead', { ...incident, status: 'closed' })).toEqual([]);
  });
});
