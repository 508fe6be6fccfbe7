import type { ChecklistItem } from '../catalogue/catalogue';
import { readAct, readBond, type StepAct, type StepBond } from '../catalogue/step-act';
import { isTaken } from '../incident/had-evidence';
import { type IncidentState, incidentStates } from '../incident/incident';
import type { GateFacts } from './gate';
import type { TriageRecord } from './record';
import { adHocId, type TriageState } from './triage';

/** What a step waits for, and whether it is so: a tick by hand would say it without its being so. */
export interface StepBinding {
  holds: boolean;
  /** Fit for "It is ticked once …". */
  words: string;
}

type StepTerms = Pick<ChecklistItem, 'does' | 'doneBy' | 'isClassifying'>;

/** Rule T14: null for a step that whoever did it ticks by hand. What a newer release wrote binds nothing. */
export function stepBinding({ does, doneBy, isClassifying }: StepTerms, record: TriageRecord): StepBinding | null {
  if (isClassifying) return classBinding(record.triage);
  const act = does === undefined ? null : readAct(does);
  if (act) return actBinding(act, record);
  const bond = doneBy === undefined ? null : readBond(doneBy);
  return bond && bondBinding(bond, record);
}

function classBinding({ failureClass, noneFits }: TriageState): StepBinding {
  return { holds: (failureClass ?? noneFits) !== null, words: 'a failure class is set, or none of them fits' };
}

function bondBinding(bond: StepBond, { triage, evidence }: TriageRecord): StepBinding {
  if (bond.by === 'evidence') return { holds: isSaved(bond.recipe, evidence), words: `“${bond.recipe}” is saved` };
  const { checklist } = bond;
  return {
    holds: checklist === null ? hasRunbook(triage) : isOpened(triage, checklist),
    words: checklist === null ? 'a runbook is opened here' : 'its checklist is opened here',
  };
}

/** Going on without it, or its not answering, is not having it. */
function isSaved(recipe: string, evidence: GateFacts): boolean {
  return evidence.items.some((item) => item.recipe === recipe && isTaken(item));
}

function hasRunbook({ checklists, declaredWith }: TriageState): boolean {
  return checklists.some(({ id }) => id !== adHocId && !declaredWith.includes(id));
}

/** The whole of it, a part, or the whole that it is a part of. */
function isOpened({ checklists }: TriageState, wanted: string): boolean {
  return checklists.some(({ id }) => id === wanted || id.startsWith(`${wanted}.`) || wanted.startsWith(`${id}.`));
}

/** Null where the record cannot tell: an update may have been about something else. */
function actBinding({ command, of }: StepAct, { incident, triage }: TriageRecord): StepBinding | null {
  const { ladder, severity } = incident;
  const rank = (id: string | null) => ladder.indexOf(id ?? '');
  switch (command) {
    case 'incident.raise_severity':
      return { holds: rank(of) >= 0 && rank(severity) <= rank(of), words: `it is ${of}` };
    case 'incident.lower_severity':
      return { holds: rank(of) >= 0 && rank(severity) >= rank(of), words: `it is ${of}` };
    case 'incident.take_command':
      return { holds: incident.commander !== null, words: 'somebody commands' };
    case 'incident.identify':
      return statusBinding(incident, 'identified');
    case 'incident.mitigate':
      return statusBinding(incident, 'mitigated');
    case 'incident.resolve':
      return statusBinding(incident, 'resolved');
    case 'triage.call_backup':
      return { holds: triage.backup !== null, words: 'backup is called here' };
    case 'triage.open_checklist':
      return { holds: isOpened(triage, of ?? ''), words: 'its checklist is opened here' };
    case 'comms.send_update':
      return null;
  }
}

function statusBinding({ status }: IncidentState, wanted: (typeof incidentStates)[number]): StepBinding {
  return {
    holds: incidentStates.indexOf(status) >= incidentStates.indexOf(wanted),
    words: `it is marked ${wanted}`,
  };
}
