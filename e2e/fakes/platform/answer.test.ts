import { expect, test } from 'vitest';
import { deepHealth } from './answer';
import { SERVICES } from './services';
import { healthyInstance } from './state';

const surroundings = { now: new Date('2026-03-01T03:00:00Z'), random: () => 0.5 };
const answer = (services: Record<string, 'ok' | 'degraded' | 'down' | 'disabled'> = {}) => {
  const healthy = healthyInstance();
  return deepHealth('blue', { ...healthy, services: { ...healthy.services, ...services } }, surroundings);
};

test('a healthy instance says so, and that nothing reads Elasticsearch', () => {
  const { httpStatus, body } = answer();
  expect(httpStatus).toBe(200);
  expect(body).toMatchObject({ status: 'ok', time: '2026-03-01T03:00:00.000Z', instance: 'blue', db: true });
  expect(Object.keys(body.checks)).toEqual(SERVICES.map(({ name }) => name));
  expect(body.checks.redis).toEqual({ status: 'ok', latency_ms: 0.7 });
  expect(body.checks.elasticsearch).toEqual({ status: 'disabled', message: 'v1.0 orphan: nothing reads it' });
});

test('without its database it is down and answers 503', () => {
  const { httpStatus, body } = answer({ db: 'down' });
  expect(httpStatus).toBe(503);
  expect(body).toMatchObject({ status: 'down', db: false });
});

test.each(['degraded', 'down'] as const)('any other service that is %s is a soft failure and a 200', (status) => {
  for (const { name } of SERVICES) {
    const { httpStatus, body } = answer({ [name]: status });
    expect(httpStatus).toBe(200);
    expect(body).toMatchObject({ status: 'degraded', db: true });
    expect(body.checks[name]).toMatchObject({ status, message: expect.any(String), latency_ms: expect.any(Number) });
  }
});

test('latencies vary from answer to answer', () => {
  const slow = deepHealth('blue', healthyInstance(), { ...surroundings, random: () => 0.99 });
  expect(slow.body.checks.minio?.latency_ms).toBeGreaterThan(answer().body.checks.minio?.latency_ms ?? 0);
});
