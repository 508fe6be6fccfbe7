import type { Severity } from '../catalogue/catalogue';
import type { WorkCalendar } from '../catalogue/work-calendar';
import { daysLater, endOfBusinessDay } from '../incident/business-time';

type Within = NonNullable<Severity['postmortemWithin']>;

/** Rule R1: by when the postmortem is held, counted from resolving. ISO UTC. */
export function postmortemDueAt(resolvedAt: string, within: Within, calendar: WorkCalendar): string {
  return 'businessDays' in within
    ? endOfBusinessDay(resolvedAt, within.businessDays, calendar)
    : daysLater(resolvedAt, within.days, calendar.zone);
}
