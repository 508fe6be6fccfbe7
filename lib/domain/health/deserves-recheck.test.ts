import { describe, expect, it } from 'vitest';
import { aSilentTarget, aTarget, noon } from '@/lib/testing/a-target';
import { deservesRecheck } from './deserves-recheck';
import { firstSnapshot } from './first-snapshot';
import type { ComponentStatus } from './health';
import type { PollResult } from './poll-result';

const failed: PollResult = { ok: false, at: noon, reason: 'connection refused' };
const first = firstSnapshot({ id: 'blue', name: 'Blue' }, 5_000, noon);

function answered(overall: ComponentStatus, components: Record<string, ComponentStatus> = {}): PollResult {
  const read = Object.entries(components).map(([key, status]) => ({ key, status }));
  return { ok: true, at: noon, latencyMs: 5, reading: { overall, components: read } };
}

describe('[H25] news that is asked for once more', () => {
  it.each([
    ['a target that answered falls silent', aTarget('blue'), failed],
    ['a target that was down falls silent', aTarget('blue', {}, { status: 'down' }), failed],
    ['a target goes down', aTarget('blue'), answered('down')],
    ['a target goes from degraded to down', aTarget('blue', {}, { status: 'degraded' }), answered('down')],
    [
      'one component goes down',
      aTarget('blue', { db: 'ok', s3: 'ok' }),
      answered('degraded', { db: 'ok', s3: 'down' }),
    ],
    ['a component goes from unknown to down', aTarget('blue', { db: 'unknown' }), answered('ok', { db: 'down' })],
  ])('%s', (_, before, poll) => {
    expect(deservesRecheck(before, poll)).toBe(true);
  });
});

describe('[H25] news that is shown at once', () => {
  it.each([
    ['all is well', aTarget('blue', { db: 'ok' }), answered('ok', { db: 'ok' })],
    ['a silent target stays silent', aSilentTarget('blue'), failed],
    ['a target stays down', aTarget('blue', { db: 'down' }, { status: 'down' }), answered('down', { db: 'down' })],
    ['good news', aTarget('blue', { db: 'down' }, { status: 'down' }), answered('ok', { db: 'ok' })],
    ['a target becomes degraded', aTarget('blue'), answered('degraded')],
    [
      'a component that was never seen is down',
      aTarget('blue', { db: 'ok' }),
      answered('ok', { db: 'ok', s3: 'down' }),
    ],
    ['the first answer of all is bad', first, answered('down', { db: 'down' })],
    ['the first poll of all fails', first, failed],
  ])('%s', (_, before, poll) => {
    expect(deservesRecheck(before, poll)).toBe(false);
  });
});
