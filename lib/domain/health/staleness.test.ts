import { describe, expect, it } from 'vitest';
import { aSilentTarget, aTarget, noon, noonMs } from '@/lib/testing/a-target';
import { firstSnapshot } from './first-snapshot';
import { isCurrent, isStale, shownStatus, unknownSince } from './staleness';

const target = aTarget('blue');

describe('[H20] a value', () => {
  it('is fresh up to twice its interval, and stale a millisecond later', () => {
    expect(isStale(target, noonMs)).toBe(false);
    expect(isStale(target, noonMs + 10_000)).toBe(false);
    expect(isStale(target, noonMs + 10_001)).toBe(true);
    expect(isStale(aTarget('slow', {}, { intervalMs: 60_000 }), noonMs + 120_000)).toBe(false);
  });

  it('is shown as unknown once it is stale, whatever it was', () => {
    for (const status of ['ok', 'degraded', 'down', 'disabled'] as const) {
      const seen = aTarget('blue', {}, { status });
      expect(shownStatus(seen, noonMs + 10_000)).toBe(status);
      expect(shownStatus(seen, noonMs + 10_001)).toBe('unknown');
    }
  });

  it('is stale before the first poll', () => {
    const first = firstSnapshot({ id: 'blue', name: 'Blue' }, 5_000, noon);
    expect(isStale(first, noonMs)).toBe(true);
    expect(shownStatus(first, noonMs)).toBe('unknown');
    expect(unknownSince(first, noonMs)).toBeNull();
  });

  it('[P1] is stale when it comes from the future: a clock that was set back must not keep it green', () => {
    expect(isStale(target, noonMs - 9_000)).toBe(false);
    expect(isStale(target, noonMs - 3_600_000)).toBe(true);
    expect(shownStatus(target, noonMs - 3_600_000)).toBe('unknown');
    expect(isCurrent(target, noonMs - 3_600_000)).toBe(false);
  });
});

describe('[H21] only the answer of the newest poll, while fresh, is current', () => {
  it('and of a target that answered its newest poll it is', () => {
    expect(isCurrent(target, noonMs + 10_000)).toBe(true);
    expect(unknownSince(target, noonMs + 10_000)).toBeNull();
  });

  it('and not once it is stale', () => {
    expect(isCurrent(target, noonMs + 10_001)).toBe(false);
    expect(unknownSince(target, noonMs + 10_001)).toBe(noon);
  });

  it('and not when the newest poll failed, though it is fresh', () => {
    const silent = aSilentTarget('blue', { db: 'ok' });
    expect(isStale(silent, noonMs)).toBe(false);
    expect(isCurrent(silent, noonMs)).toBe(false);
    expect(shownStatus(silent, noonMs)).toBe('unknown');
    expect(unknownSince(silent, noonMs)).toBe('2026-11-22T11:59:00.000Z');
  });
});
