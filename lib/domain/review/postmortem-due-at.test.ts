import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../catalogue/work-calendar';
import { postmortemDueAt } from './postmortem-due-at';

const calendar = (zone: string, holidays: string[] = []): WorkCalendar => ({
  ...{
    zone,
    holidays,
    workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    hours: { from: '09:00', to: '18:00' },
    assumed: [],
  },
});

describe('[R1] the postmortem is due', () => {
  it.each([
    ['Europe/Paris', '2026-12-23T22:00:00Z', ['2026-12-25'], '2026-12-28T17:00:00.000Z'],
    ['America/New_York', '2026-11-25T18:00:00Z', ['2026-11-26'], '2026-11-30T23:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-01T10:00:00Z', [], '2026-10-05T07:00:00.000Z'],
  ])(
    'two business days after resolving, over holidays, weekends and clock changes in %s',
    (zone, at, holidays, due) => {
      expect(postmortemDueAt(at, { businessDays: 2 }, calendar(zone, holidays))).toBe(due);
    },
  );

  it.each([
    ['Europe/Paris', '2026-10-20T20:00:00.000Z', '2026-10-27T21:00:00.000Z'],
    ['America/New_York', '2026-10-28T14:00:00.000Z', '2026-11-04T15:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-01T10:00:00.000Z', '2026-10-08T09:30:00.000Z'],
  ])('a week after, at the same time of day where the team works, in %s', (zone, at, due) => {
    expect(postmortemDueAt(at, { days: 7 }, calendar(zone))).toBe(due);
  });
});
