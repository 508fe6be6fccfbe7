import { expect, test } from 'vitest';
import { aTarget } from '@/lib/testing/a-target';
import { sayWhy } from './say-why';

test('[D14] a target that is degraded says by what, the worst first, and a few of many', () => {
  const target = aTarget('blue', { redis: 'degraded', minio: 'down', clamav: 'ok' }, { status: 'degraded' });
  expect(sayWhy(target)).toBe('minio down, redis degraded');
  const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, 'down' as const]));
  expect(sayWhy(aTarget('blue', many, { status: 'down' }))).toBe('a down, b down, c down, d down, 2 more');
});

test('[D14] of what is well or unknown there is nothing to say', () => {
  expect(sayWhy(aTarget('blue', { minio: 'down' }))).toBe('');
  expect(sayWhy(aTarget('blue', { minio: 'down' }, { status: 'unknown' }))).toBe('');
  expect(sayWhy(aTarget('blue', { minio: 'ok' }, { status: 'degraded' }))).toBe('');
});
