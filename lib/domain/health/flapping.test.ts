import { describe, expect, it } from 'vitest';
import { describeFlapping } from './flapping';

const NOW = '2026-01-01T12:00:00.000Z';
const ago = (seconds: number) => new Date(Date.parse(NOW) - seconds * 1_000).toISOString();

describe('describeFlapping', () => {
  it('[H5] names the changes of the last five minutes', () => {
    expect(describeFlapping([290, 200, 150, 100, 50, 10].map(ago), NOW)).toBe('flapping, 6 changes in 5 min');
    expect(describeFlapping([300, 200, 100, 0].map(ago), NOW)).toBe('flapping, 4 changes in 5 min');
  });

  it('[H5] is silent when it is calm, when the changes are old, and about unreadable or future times', () => {
    expect(describeFlapping([], NOW)).toBeNull();
    expect(describeFlapping([40, 20, 10].map(ago), NOW)).toBeNull();
    expect(describeFlapping([900, 800, 301, 20, 10, 5].map(ago), NOW)).toBeNull();
    expect(describeFlapping(['soon', ago(3), ago(2), ago(1), ago(-60)], NOW)).toBeNull();
  });
});
