import type { Severity } from '../catalogue/catalogue';
import type { WorkCalendar } from '../catalogue/work-calendar';
import { endOfBusinessDay } from './business-time';
import type { IncidentState } from './incident';

/** Until when somebody has to have answered, and whether they did. Times are ISO UTC. */
export interface ResponseClock {
  dueAt: string;
  /** When somebody acknowledged; null while nobody has. */
  metAt: string | null;
  state: 'running' | 'met' | 'late' | 'overdue';
}

/**
 * Rule C1: counted from the declaration by the severity of now, so that everybody sees the same after a change and a
 * reload; met by acknowledging. Null for a severity that the catalogue no longer knows.
 */
export function responseClock(
  incident: IncidentState,
  severities: readonly Severity[],
  calendar: WorkCalendar,
  nowMs: number,
): ResponseClock | null {
  const within = severities.find(({ id }) => id === incident.severity)?.respondWithin;
  if (within === undefined) return null;
  const { declaredAt, milestones } = incident;
  const dueAt =
    within === 'next business day'
      ? endOfBusinessDay(declaredAt, 1, calendar)
      : new Date(Date.parse(declaredAt) + within.minutes * 60_000).toISOString();
  const metAt = milestones.acknowledged ?? null;
  if (metAt !== null) return { dueAt, metAt, state: metAt <= dueAt ? 'met' : 'late' };
  return { dueAt, metAt, state: nowMs <= Date.parse(dueAt) ? 'running' : 'overdue' };
}
