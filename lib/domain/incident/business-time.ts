import type { Weekday, WorkCalendar } from '../catalogue/work-calendar';
import { momentOfWallClock, wallClockMs } from '../kernel/zoned-time';

const dayMs = 86_400_000;
const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
// A calendar that names no workday at all must not count for ever.
const farthestDays = 3_660;

/** Rule C2: the close of business on the n-th working day after the day of `iso`, counted where the team works. ISO UTC. */
export function endOfBusinessDay(iso: string, days: number, calendar: WorkCalendar): string {
  const start = Math.floor(wallClockMs(Date.parse(iso), calendar.zone) / dayMs) * dayMs;
  let day = start;
  for (let left = days, tried = 0; left > 0 && tried < farthestDays; tried += 1) {
    day += dayMs;
    if (isWorkday(day, calendar)) left -= 1;
  }
  return atTime(day, calendar.hours.to, calendar.zone);
}

/** Rule C3: the same time of day, so many calendar days later where the team works. ISO UTC. */
export function daysLater(iso: string, days: number, zone: string): string {
  return new Date(momentOfWallClock(wallClockMs(Date.parse(iso), zone) + days * dayMs, zone)).toISOString();
}

function isWorkday(day: number, { workdays, holidays }: WorkCalendar): boolean {
  const weekday = weekdays[new Date(day).getUTCDay()];
  return (
    weekday !== undefined && workdays.includes(weekday) && !holidays.includes(new Date(day).toISOString().slice(0, 10))
  );
}

function atTime(day: number, time: string, zone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(momentOfWallClock(day + (hours * 60 + minutes) * 60_000, zone)).toISOString();
}

/** True within the hours of a working day, where the team works. */
export function isWorkingTime(iso: string, calendar: WorkCalendar): boolean {
  const wall = wallClockMs(Date.parse(iso), calendar.zone);
  const time = new Date(wall).toISOString().slice(11, 16);
  return (
    isWorkday(Math.floor(wall / dayMs) * dayMs, calendar) && time >= calendar.hours.from && time < calendar.hours.to
  );
}
