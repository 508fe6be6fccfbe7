import { expect, test } from 'vitest';
import { percentile, percentileFigures } from './percentile';

test('a percentile is one of the samples, by nearest rank', () => {
  const samples = [5, 1, 4, 2, 3];
  expect([0, 50, 80, 81, 100].map((p) => percentile(samples, p))).toEqual([1, 3, 4, 5, 5]);
  expect(percentile([], 50)).toBeNaN();
});

test('each wanted percentile becomes a figure with how many samples it has', () => {
  expect(percentileFigures('fan-out', 'ms', [1, 2], { 50: { budget: 4 }, 100: {} })).toEqual([
    { what: 'fan-out p50', value: 1, unit: 'ms', n: 2, budget: 4 },
    { what: 'fan-out max', value: 2, unit: 'ms', n: 2 },
  ]);
});
