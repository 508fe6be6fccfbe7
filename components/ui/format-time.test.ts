import { describe, expect, it } from 'vitest';
import { elapsedWords, isSameUtcDay, stopwatch, utcClock, utcDay, utcLongDay } from './format-time';

const at = (iso: string) => Date.parse(iso);

describe('times for people', () => {
  it('says how long ago in one unit, and never less than zero', () => {
    expect([-5_000, 0, 42_900, 60_000, 3_599_000, 7_200_000, 6 * 86_400_000].map(elapsedWords)).toEqual([
      '0 s',
      '0 s',
      '42 s',
      '1 min',
      '59 min',
      '2 h',
      '6 d',
    ]);
  });

  it('runs as a stopwatch past a day', () => {
    expect(stopwatch(312_400)).toBe('00:05:12');
    expect(stopwatch(2 * 86_400_000 + 61_000)).toBe('2 d 00:01:01');
  });

  it('shows UTC, with the year only when it is another one', () => {
    const night = at('2026-11-22T03:09:41.000Z');
    expect([utcClock(night), utcClock(night, true)]).toEqual(['03:09', '03:09:41']);
    expect(utcDay(night, at('2026-12-31T23:59:59Z'))).toBe('22 Nov');
    expect(utcDay(night, at('2027-01-01T00:00:00Z'))).toBe('22 Nov 2026');
    expect(utcLongDay(night)).toBe('Sun 22 Nov 2026');
  });

  it('tells days apart at midnight UTC', () => {
    expect(isSameUtcDay(at('2026-11-22T23:59:59.999Z'), at('2026-11-22T00:00:00Z'))).toBe(true);
    expect(isSameUtcDay(at('2026-11-22T23:59:59.999Z'), at('2026-11-23T00:00:00Z'))).toBe(false);
  });
});
