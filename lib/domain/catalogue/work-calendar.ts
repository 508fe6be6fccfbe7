export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** When the team works. */
export interface WorkCalendar {
  /** IANA name: `Europe/Paris`. */
  zone: string;
  workdays: Weekday[];
  /** Times of day in that zone, `HH:MM`. */
  hours: { from: string; to: string };
  /** Days on which nobody works, `YYYY-MM-DD`. */
  holidays: string[];
  /** Paths of the calendar that no source confirms yet. */
  assumed: string[];
}
