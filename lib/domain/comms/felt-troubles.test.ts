import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { listTroubles, troublesToSay } from './felt-troubles';

const since = '2026-11-22T03:04:00.000Z';
const scanner = aService('scanner');
const silent = aService('silent', {
  down: { users: 'nothing', sentence: 'Nothing.', severity: null, functions: {} },
});
const { services } = aCatalogue({ services: [...aCatalogue().services, scanner, silent] });
const said = (statuses: Record<string, 'ok' | 'degraded' | 'down' | 'unknown'>) => {
  const rows = Object.entries(statuses).map(([serviceId, status]) => ({
    ...{ serviceId, name: serviceId, status, since, users: '' },
  }));
  return troublesToSay(listTroubles(rows, services)).map(({ serviceId }) => serviceId);
};

describe('[M1] which troubles are said', () => {
  it('the widest first; what it takes down needs no sentence of its own', () => {
    expect(said({ store: 'down', api: 'down', scanner: 'degraded' })).toEqual(['api']);
  });

  it('two that make the same thing worse are both said', () => {
    expect(said({ store: 'degraded', scanner: 'degraded' })).toEqual(['store', 'scanner']);
  });

  it('what nobody feels is said when there is nothing else', () => {
    expect(said({ silent: 'down', store: 'degraded' })).toEqual(['store']);
    expect(said({ silent: 'down', store: 'unknown' })).toEqual(['silent']);
    expect(said({ store: 'ok' })).toEqual([]);
  });
});
