import { expect, test } from 'vitest';
import type { HistoryBucket } from '@/lib/domain/health/history';
import { latencyWords, percent, stepOf, sumUp, toSteps } from './history-steps';

const bucket = (at: string, counts: Partial<HistoryBucket>): HistoryBucket => ({
  at,
  ok: 0,
  degraded: 0,
  down: 0,
  unknown: 0,
  latencyAvgMs: null,
  latencyMaxMs: null,
  ...counts,
});

const history = {
  target: 'api-blue',
  component: 'minio',
  from: '2026-11-22T03:00:00.000Z',
  to: '2026-11-22T03:02:00.000Z',
  stepSeconds: 30,
  buckets: [
    bucket('2026-11-22T03:00:30.000Z', { ok: 3, down: 1, latencyAvgMs: 4, latencyMaxMs: 9 }),
    bucket('2026-11-22T03:01:30.000Z', { unknown: 4 }),
  ],
};

test('a step without polls stays empty and is never green', () => {
  const steps = toSteps(history);
  expect(steps.map(({ polls }) => polls)).toEqual([0, 4, 0, 4]);
  expect(steps.map(({ ok }) => ok)).toEqual([null, 0.75, null, 0]);
  expect(steps[1]).toMatchObject({ down: 0.25, avgMs: 4, maxMs: 9 });
});

test('a moment finds the step it lies in, and none outside', () => {
  const steps = toSteps(history);
  expect(stepOf(steps, Date.parse('2026-11-22T03:00:59Z'))).toBe(steps[1]);
  expect(stepOf(steps, Date.parse('2026-11-22T03:01:59Z'))).toBe(steps[3]);
  expect(stepOf(steps, Date.parse('2026-11-22T03:02:00Z'))).toBeNull();
  expect(stepOf(steps, Date.parse('2026-11-22T02:59:59Z'))).toBeNull();
});

test('[L7] the sum says when nobody watched, every status there was, and rounds nothing up to all or down to none', () => {
  expect(sumUp(history)).toBe(
    'Ok 38 %, down 13 %, unknown 50 % of 8 polls; latency up to 9 ms. Not polled for 1 min of it.',
  );
  expect(percent(0.9996)).toBe('99.9 %');
  expect(percent(1)).toBe('100 %');
  expect(percent(0.001)).toBe('< 1 %');
  expect([3.24, 412.4, 1_240].map(latencyWords)).toEqual(['3.2 ms', '412 ms', '1.2 s']);
});
