import { describe, expect, it } from 'vitest';
import { momentOfWallClock, wallClockMs, zonedDay } from './zoned-time';

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

/** The wall clock as the browser's own formatter writes it, the other way round from ours. */
function byIntl(ms: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(ms)
    .replace(' ', 'T');
}

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Chatham'];

describe('[C3] the wall clock of a zone', () => {
  it.each(zones)('says what Intl says, all through two years in %s', (zone) => {
    for (let ms = utc('2026-01-01T00:30:00'); ms < utc('2028-01-01T00:00:00'); ms += 19 * 3_600_000) {
      expect(iso(wallClockMs(ms, zone))).toBe(byIntl(ms, zone));
    }
  });

  it.each(zones)('leads back to the moment, except in an hour that comes twice, in %s', (zone) => {
    for (let ms = utc('2026-01-01T00:30:00'); ms < utc('2027-12-31T00:00:00'); ms += 5.5 * 3_600_000) {
      const back = momentOfWallClock(wallClockMs(ms, zone), zone);
      if (back === ms) continue;
      expect(back).toBeLessThan(ms);
      expect(wallClockMs(back, zone)).toBe(wallClockMs(ms, zone));
    }
  });

  it.each([
    ['Europe/Paris', '2026-03-29T02:30:00', '2026-03-29T01:30', 'by an hour'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30', 'by an hour'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45', 'by half an hour'],
  ])('moves a time that %s leaves out on by the gap: %s is %s, %s', (zone, wall, moment) => {
    expect(iso(momentOfWallClock(utc(wall), zone))).toBe(moment);
  });

  it.each([
    ['Europe/Paris', '2026-10-25T02:30:00', '2026-10-25T00:30'],
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45'],
  ])('takes the first of a time that comes twice in %s: %s is %s', (zone, wall, moment) => {
    expect(iso(momentOfWallClock(utc(wall), zone))).toBe(moment);
  });

  it('knows which day it is where the team works', () => {
    expect(zonedDay(utc('2026-11-22T23:30:00'), 'Europe/Paris')).toBe('2026-11-23');
    expect(zonedDay(utc('2026-11-22T03:30:00'), 'America/New_York')).toBe('2026-11-21');
    expect(zonedDay(utc('2026-11-22T18:29:59'), 'Asia/Kolkata')).toBe('2026-11-22');
    expect(zonedDay(utc('2026-11-22T18:30:00'), 'Asia/Kolkata')).toBe('2026-11-23');
  });
});
