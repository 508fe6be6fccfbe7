import { describe, expect, it } from 'vitest';
import { anIncident } from '@/lib/testing/an-incident';
import { severityChanges } from './severity-changes';

const { incident } = anIncident().state;
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
