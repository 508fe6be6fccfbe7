import { expect, test } from 'vitest';
import { findMisnamedTargets, sayMisnamedTargets } from './misnamed-targets';

const services = [{ instances: ['api-blue', 'api-green'] }, { instances: [] }];
const of = (...ids: string[]) =>
  findMisnamedTargets(
    services,
    ids.map((id) => ({ id })),
  );

test('[D15] says which ids stand for no row and which the rows expect', () => {
  expect(of('blue', 'api-green')).toEqual({ unexpected: ['blue'], missing: ['api-blue'] });
  expect(sayMisnamedTargets({ unexpected: ['blue'], missing: ['api-blue', 'api-green'] })).toBe(
    'Target blue stands for no row of the matrix. Rows expect api-blue, api-green: use these ids in HEALTH_TARGETS, or name yours under "instances" in services.yaml.',
  );
});

test('[D15] is silent when rows find their instances, and about a target beside them or one that is just not asked', () => {
  expect(of('api-blue', 'api-green')).toBeNull();
  expect(of('api-blue', 'api-green', 'warehouse')).toBeNull();
  expect(of('api-blue')).toBeNull();
  expect(findMisnamedTargets(services, [{ id: 'console', self: true }, { id: 'api-blue' }])).toBeNull();
});
