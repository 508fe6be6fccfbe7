import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../catalogue/work-calendar';
import { daysLater, endOfBusinessDay } from './business-time';

function calendar(zone: string, holidays: string[] = [], over: Partial<WorkCalendar> = {}): WorkCalendar {
  const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  return { zone, workdays: [...workdays], hours: { from: '09:00', to: '18:00' }, holidays, assumed: [], ...over };
}

const minute = (iso: string) => iso.slice(0, 16);

describe('[C2] the end of the n-th business day', () => {
  it.each([
    // 2026-11-20 is a Friday.
    ['Europe/Paris', '2026-11-19T10:00:00Z', 1, [], '2026-11-20T17:00', 'a day'],
    ['Europe/Paris', '2026-11-20T10:00:00Z', 1, [], '2026-11-23T17:00', 'over a weekend'],
    ['Europe/Paris', '2026-11-21T03:00:00Z', 2, [], '2026-11-24T17:00', 'from a Saturday'],
    ['Europe/Paris', '2026-12-23T10:00:00Z', 2, ['2026-12-25'], '2026-12-28T17:00', 'over a holiday and a weekend'],
    [
      'Europe/Paris',
      '2026-11-22T23:30:00Z',
      1,
      [],
      '2026-11-24T17:00',
      'counted from Monday, where it is Monday already',
    ],
    ['America/New_York', '2026-11-23T03:30:00Z', 1, [], '2026-11-23T23:00', 'counted from Sunday, where it still is'],
    ['America/New_York', '2026-11-25T18:00:00Z', 2, ['2026-11-26'], '2026-11-30T23:00', 'over Thanksgiving'],
    ['Australia/Lord_Howe', '2026-11-20T10:00:00Z', 1, [], '2026-11-23T07:00', 'half an hour off'],
    ['Asia/Kolkata', '2026-11-20T10:00:00Z', 1, [], '2026-11-23T12:30', 'without summer time'],
    // Clocks change in the night to Sunday 2026-10-25 in Paris, to 2026-11-01 in New York, to 2026-10-04 on Lord Howe.
    ['Europe/Paris', '2026-10-23T10:00:00Z', 1, [], '2026-10-26T17:00', 'over the end of summer time'],
    ['Europe/Paris', '2026-03-27T10:00:00Z', 1, [], '2026-03-30T16:00', 'over the start of summer time'],
    ['America/New_York', '2026-10-30T15:00:00Z', 1, [], '2026-11-02T23:00', 'over the end of summer time'],
    ['Australia/Lord_Howe', '2026-10-02T01:00:00Z', 1, [], '2026-10-05T07:00', 'over the start of summer time'],
  ])('in %s from %s, %i: %s', (zone, from, days, holidays, due) => {
    expect(minute(endOfBusinessDay(from, days, calendar(zone, holidays)))).toBe(due);
  });

  it('counts a week of Sunday to Thursday, and closes at half past four', () => {
    const week = calendar('Asia/Kolkata', [], {
      workdays: ['sun', 'mon', 'tue', 'wed', 'thu'],
      hours: { from: '08:00', to: '16:30' },
    });
    expect(minute(endOfBusinessDay('2026-11-19T10:00:00Z', 1, week))).toBe('2026-11-22T11:00');
  });

  it('ends also with a calendar on which nobody ever works', () => {
    expect(
      Date.parse(endOfBusinessDay('2026-11-19T10:00:00Z', 1, calendar('Europe/Paris', [], { workdays: [] }))),
    ).not.toBeNaN();
  });

  it('closes at midnight when the calendar says 24:00', () => {
    const late = calendar('Europe/Paris', [], { hours: { from: '00:00', to: '24:00' } });
    expect(minute(endOfBusinessDay('2026-11-19T10:00:00Z', 1, late))).toBe('2026-11-20T23:00');
  });
});

describe('[C3] calendar days later', () => {
  it.each([
    ['Europe/Paris', '2026-10-20T08:15:00Z', 7, '2026-10-27T09:15'],
    ['Europe/Paris', '2026-03-25T09:15:00Z', 7, '2026-04-01T08:15'],
    ['America/New_York', '2026-10-29T14:00:00Z', 7, '2026-11-05T15:00'],
    ['Australia/Lord_Howe', '2026-09-30T01:00:00Z', 7, '2026-10-07T00:30'],
    ['Asia/Kolkata', '2026-10-20T08:15:00Z', 7, '2026-10-27T08:15'],
  ])('keep the time of day in %s: %s and %i days', (zone, from, days, due) => {
    expect(minute(daysLater(from, days, zone))).toBe(due);
  });

  it('in a night without that time, fall due when it would have been', () => {
    expect(minute(daysLater('2026-03-22T01:30:00Z', 7, 'Europe/Paris'))).toBe('2026-03-29T01:30');
  });
});
