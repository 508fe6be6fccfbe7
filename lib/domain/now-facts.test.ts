import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident } from '@/lib/testing/an-incident';
import type { MatrixRow } from './degradation/matrix';
import { classesFor, proposalFor } from './now-facts';

const { incident } = anIncident({ by: anActor('commander') }).state;
const { services, severities } = aCatalogue({ services: [...aCatalogue().services, aService('redis')] });
const down = (serviceId: string, severity: string): MatrixRow => ({
  ...{ serviceId, name: serviceId, status: 'down', since: null, users: '', severity, instances: [] },
});
const matrix = { rows: [down('redis', 'SEV-1'), down('store', 'SEV-2')] };
const classes = ['redis', 'store'].map((service) => ({
  ...{ id: `${service}-fails`, symptom: service, cause: '', runbooks: [] },
  signals: [{ service, status: 'down' as const }],
}));
const free: [] = [];
const held = [{ number: 'INC-2026-0002', services: ['redis'] }];

/** What is proposed and suggested for an incident about the store while Redis is down too. */
function adviceWhile(holders: typeof held | typeof free) {
  const proposal = proposalFor(incident, { matrix, live: { services, severities }, holders });
  const suggested = classesFor(incident, classes, { matrix, holders }).filter(({ because }) => because !== '');
  return [proposal?.severity, ...suggested.map(({ failureClass }) => failureClass.id)];
}

describe('[I22] advice for one of two incidents', () => {
  it('[N6] [T11] leaves out the rows that the other one holds', () => {
    expect(adviceWhile(free)).toEqual(['SEV-1', 'redis-fails', 'store-fails']);
    expect(adviceWhile(held)).toEqual(['SEV-2', 'store-fails']);
  });
});
