import type { IncidentState } from '../incident/incident';
import type { RecordContext } from '../incident/record-context';
import { responseClock } from '../incident/response-clock';
import { saidMinute } from '../kernel/event-words';
import { listOpenSteps } from '../triage/list-open-steps';
import type { TriageState } from '../triage/triage';
import type { TimelineState } from './timeline';

export interface HandOverRecord {
  incident: IncidentState;
  triage: TriageState;
  timeline: TimelineState;
}

const mostSteps = 8;

/** How things stand, in lines: state, failure class, what is open, what is due, the last facts. */
export function summariseForHandOver({ incident, triage, timeline }: HandOverRecord, context: RecordContext): string[] {
  const { failureClass } = triage;
  return [
    `${incident.severity}, ${incident.status} since ${saidMinute(incident.statusSince)}.`,
    failureClass ? `Failure class: ${failureClass.symptom}.` : 'The failure class is not known yet.',
    ...dueLines(incident, triage, context),
    ...stepLines(triage),
    ...timeline.recent.map(({ at, words }) => `${at.slice(11, 16)} UTC ${words}`),
  ];
}

function dueLines(incident: IncidentState, triage: TriageState, { looked, now }: RecordContext): string[] {
  const clock = looked?.catalogue
    ? responseClock(incident, looked.catalogue.severities, looked.catalogue.calendar, Date.parse(now))
    : null;
  const response =
    clock?.state === 'running' || clock?.state === 'overdue'
      ? [`Response ${clock.state}: due ${saidMinute(clock.dueAt)}.`]
      : [];
  const steps = listOpenSteps(triage).flatMap(({ item, dueAt }) =>
    dueAt ? [`Due ${saidMinute(dueAt)}: ${item.title}.`] : [],
  );
  return [...response, ...steps];
}

function stepLines(triage: TriageState): string[] {
  const open = listOpenSteps(triage);
  if (open.length === 0) return ['No step is open.'];
  const shown = open.slice(0, mostSteps).map(({ item, assignedTo }) => {
    return assignedTo ? `Open: ${item.title} (${assignedTo.name}).` : `Open: ${item.title}.`;
  });
  return open.length > mostSteps ? [...shown, `And ${open.length - mostSteps} more open steps.`] : shown;
}
