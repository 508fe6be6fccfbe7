import { describe, expect, it } from 'vitest';
import type { ComponentStatus } from './health';
import { worstStatus } from './worst-status';

describe('worstStatus', () => {
  it.each<[ComponentStatus[], ComponentStatus]>([
    [['ok', 'down', 'degraded'], 'down'],
    [['ok', 'degraded', 'unknown'], 'degraded'],
    [['disabled', 'unknown', 'ok'], 'ok'],
    [['disabled', 'unknown'], 'unknown'],
    [['disabled', 'disabled'], 'disabled'],
    [[], 'unknown'],
  ])('[H6] makes %j %s', (statuses, worst) => {
    expect(worstStatus(statuses)).toBe(worst);
  });
});
