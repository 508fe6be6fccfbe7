import { notRequired } from '../catalogue/not-required';
import type { CommsState } from '../comms/comms';
import type { CommsRecord } from '../comms/record';
import { postClock, updateClock } from '../comms/update-clock';
import { shown } from '../evidence/describe-evidence';
import { sayDoubt } from '../evidence/doubt';
import type { EvidenceState } from '../evidence/evidence';
import { isTaken } from '../incident/had-evidence';
import type { IncidentState } from '../incident/incident';
import type { RecordContext } from '../incident/record-context';
import { responseClock } from '../incident/response-clock';
import { saidMinute } from '../kernel/event-words';
import { listLocks } from '../triage/list-locks';
import { listOpenSteps } from '../triage/list-open-steps';
import { liveServices } from '../triage/set-failure-class';
import type { StepFacts } from '../triage/step-need';
import type { TriageState } from '../triage/triage';
import type { TimelineState } from './timeline';

export interface HandOverRecord {
  incident: IncidentState;
  triage: TriageState;
  evidence: EvidenceState;
  comms: CommsState;
  timeline: TimelineState;
}

const mostSteps = 8;

/** How things stand, in lines: state, failure class, what is open, what is due, the last facts. */
export function summariseForHandOver(
  { incident, triage, evidence, comms, timeline }: HandOverRecord,
  context: RecordContext,
): string[] {
  const steps: StepFacts = { incident, triage, nowMs: Date.parse(context.now), live: liveServices(context.looked) };
  return [
    `${incident.severity}, ${incident.status} since ${saidMinute(incident.statusSince)}.`,
    classLine(triage),
    ...updateLine({ incident, comms }, context),
    ...dueLines(incident, steps, context),
    ...stepLines(steps),
    ...evidenceLines(steps, evidence, context),
    ...timeline.recent.map(({ at, words }) => `${at.slice(11, 16)} UTC ${words}`),
  ];
}

function classLine({ failureClass, noneFits }: TriageState): string {
  if (failureClass) return `Failure class: ${failureClass.symptom}.`;
  return noneFits ? 'None of the failure classes fits.' : 'The failure class is not known yet.';
}

function updateLine(record: CommsRecord, { now }: RecordContext): string[] {
  const clock = updateClock(record, Date.parse(now));
  const what = clock?.isFirst ? 'The first update' : 'The next update';
  const due = clock && `${what} ${clock.state === 'overdue' ? 'was' : 'is'} promised for ${saidMinute(clock.dueAt)}.`;
  const toPost = postClock(record, Date.parse(now));
  const names = toPost?.texts.map(({ name }) => name).join(', ');
  const by = toPost?.dueAt ? `, due ${saidMinute(toPost.dueAt)}` : '';
  return [...(due ? [due] : []), ...(toPost ? [`Still to be posted by hand: ${names}${by}.`] : [])];
}

function dueLines(incident: IncidentState, facts: StepFacts, { looked, now }: RecordContext): string[] {
  const clock = looked?.catalogue
    ? responseClock(incident, looked.catalogue.severities, looked.catalogue.calendar, Date.parse(now))
    : null;
  const response =
    clock?.state === 'running' || clock?.state === 'overdue'
      ? [`Response ${clock.state}: due ${saidMinute(clock.dueAt)}.`]
      : [];
  const steps = listOpenSteps(facts).flatMap(({ item, dueAt }) =>
    dueAt ? [sentence(`Due ${saidMinute(dueAt)}: ${item.title}`)] : [],
  );
  return [...response, ...steps];
}

/** What was gone on without, and what still keeps a step locked. */
function evidenceLines(facts: StepFacts, evidence: EvidenceState, { looked }: RecordContext): string[] {
  const waived = Object.values(evidence.waived).map(
    ({ title, reason }) => `Went on without evidence: ${title} (${reason}).`,
  );
  const unanswered = Object.values(evidence.unanswered ?? {}).map(
    ({ title, source }) => `${source} does not answer: no ${title}.`,
  );
  const doubted = evidence.items
    .filter((item) => !isTaken(item))
    .map(({ name, doubt }) => `Not taken as evidence: ${shown(name)} ${doubt ? sayDoubt(doubt) : ''}.`);
  const had = [...waived, ...unanswered, ...doubted];
  const excused = notRequired(looked?.catalogue?.evidence.recipes ?? [], facts.live);
  const missing = [...new Set(listLocks(facts, { ...evidence, notRequired: excused }).flat())];
  return missing.length > 0 ? [...had, `Not saved yet, and locks steps: ${missing.join(', ')}.`] : had;
}

function stepLines(facts: StepFacts): string[] {
  const open = listOpenSteps(facts);
  if (open.length === 0) return ['No step is open.'];
  const shown = open.slice(0, mostSteps).map(({ item, assignedTo }) => {
    return sentence(`Open: ${item.title}${assignedTo ? ` (${assignedTo.name})` : ''}`);
  });
  return open.length > mostSteps ? [...shown, `And ${open.length - mostSteps} more open steps.`] : shown;
}

/** A step that asks ends its sentence itself. */
function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
