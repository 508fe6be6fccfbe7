import { describe, expect, it } from 'vitest';
import { aHealthView, aSilentTarget, aTarget, noon, noonMs } from '@/lib/testing/a-target';
import { firstSnapshot } from './first-snapshot';
import { shownHealth } from './shown-health';

const serviceOf = (key: string) => (key === 'db' ? 'postgres' : null);
const shown = (view: ReturnType<typeof aHealthView>, ms = noonMs) => shownHealth(view, ms, serviceOf);

describe('health as the contract tells it', () => {
  it('names target, component, service, since and latency', () => {
    const target = aTarget('blue', { db: 'down' });
    target.components = target.components.map((part) => ({ ...part, latencyMs: 4, message: 'refused' }));
    expect(shown(aHealthView(target))).toEqual({
      ...{ asOf: noon, overall: 'ok' },
      targets: [
        {
          ...{ id: 'blue', name: 'API blue', standIn: false, status: 'ok', stale: false },
          ...{ since: noon, observedAt: noon, latencyMs: 12 },
          components: [
            {
              ...{ key: 'db', name: 'db', serviceId: 'postgres', status: 'down', since: noon },
              ...{ latencyMs: 4, message: 'refused' },
            },
          ],
        },
      ],
    });
  });

  it('[H20] [P1] never tells a stale value as current: target and components are unknown', () => {
    const { overall, targets } = shown(aHealthView(aTarget('blue', { db: 'ok' })), noonMs + 10_001);
    expect(overall).toBe('unknown');
    expect(targets[0]).toMatchObject({ status: 'unknown', stale: true, observedAt: noon });
    expect(targets[0]?.components[0]).toMatchObject({ key: 'db', status: 'unknown' });
  });

  it('[H21] [H22] tells components of a silent target as unknown though they were ok, with the age of the last answer', () => {
    const { targets } = shown(aHealthView(aSilentTarget('blue', { db: 'ok' })));
    expect(targets[0]).toMatchObject({
      ...{ status: 'unknown', stale: false, observedAt: '2026-11-22T11:59:00.000Z' },
      ...{ latencyMs: null, message: 'connection refused' },
    });
    expect(targets[0]?.components[0]?.status).toBe('unknown');
  });

  it('[H21] knows nothing of a target that was never polled', () => {
    const { overall, targets } = shown(aHealthView(firstSnapshot({ id: 'new', name: 'New' }, 5_000, noon)));
    expect(overall).toBe('unknown');
    expect(targets[0]).toMatchObject({ status: 'unknown', stale: true, observedAt: null, components: [] });
  });

  it('is as bad overall as the worst target', () => {
    const view = aHealthView(
      aTarget('a'),
      aTarget('b', {}, { status: 'down' }),
      aTarget('c', {}, { status: 'degraded' }),
    );
    expect(shown(view).overall).toBe('down');
  });
});
