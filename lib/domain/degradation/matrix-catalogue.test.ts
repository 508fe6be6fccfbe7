import { expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { aTarget, noon } from '@/lib/testing/a-target';
import { buildMatrix } from './build-matrix';
import { toMatrixCatalogue } from './matrix-catalogue';

it('leaves out what only an opened row shows, and the matrix is the same', () => {
  const catalogue = aCatalogue({
    services: [aService('store', { stillWorks: ['a line for the opened row'], fails: ['another one'], remark: 'old' })],
  });
  const small = toMatrixCatalogue(catalogue);
  expect(JSON.stringify(small)).not.toMatch(/a line for the opened row|another one|dashboards|definition/);
  const health = { asOf: noon, targets: [aTarget('blue', { store: 'down' })] };
  const nowMs = Date.parse(health.asOf);
  expect(buildMatrix(small, health, nowMs)).toEqual(buildMatrix(catalogue, health, nowMs));
});
