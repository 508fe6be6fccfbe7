import { expect, test } from 'vitest';
import { applyOrder, readOrder } from './order';
import { describeState, healthyPlatform } from './state';

const after = (...orders: string[]) =>
  orders.reduce((state, text) => {
    const reading = readOrder(text.split(' '));
    if (!reading.ok) throw new Error(reading.problem);
    return applyOrder(state, reading.order);
  }, healthyPlatform());

test('an order without an instance goes to both', () => {
  const { blue, green } = after('minio down');
  expect([blue.services.minio, green.services.minio]).toEqual(['down', 'down']);
});

test('an order to one instance leaves the other alone', () => {
  const state = after('blue stream-server degraded', 'green slow 3000');
  expect(state.blue).toMatchObject({ mode: { kind: 'normal' }, services: { stream_server: 'degraded' } });
  expect(state.green).toMatchObject({ mode: { kind: 'slow', delayMs: 3000 }, services: { stream_server: 'ok' } });
  expect(describeState(state)).toBe('blue   stream_server degraded\ngreen  slow by 3000 ms');
});

test('reset makes everything as usual', () => {
  expect(after('minio down', 'green hang', 'reset')).toEqual(healthyPlatform());
  expect(after('db down', 'green reset').blue.services.db).toBe('down');
});

test('"on" ends whatever mode an instance is in and keeps what is broken', () => {
  expect(after('redis down', 'green off', 'green on').green).toMatchObject({
    mode: { kind: 'normal' },
    services: { redis: 'down' },
  });
});

test('a key that no catalogue knows stands beside the checks until reset', () => {
  expect(after('flag recommender false').blue.flags).toEqual({ recommender: false });
  expect(after('flag recommender false', 'reset')).toEqual(healthyPlatform());
});

test.each([
  ['flag recommender', 'Say the key and true or false'],
  ['kafka down', '"kafka" is no service'],
  ['minio', 'Say one word after minio: ok, degraded, down, disabled'],
  ['minio dwon', 'Say one word after minio'],
  ['minio down now', 'Say one word after minio'],
  ['db degraded', 'Say one word after db: ok, down'],
  ['green', 'Say what green should do'],
  ['green slow', 'in milliseconds'],
  ['green slow fast', 'in milliseconds'],
  ['green slow 9999999', 'in milliseconds'],
  ['green hang please', '"please" is too much'],
  ['constructor down', 'no service'],
])('"%s" is refused in words', (text, problem) => {
  const reading = readOrder(text.split(' '));
  expect(reading.ok).toBe(false);
  if (!reading.ok) expect(reading.problem).toContain(problem);
});
