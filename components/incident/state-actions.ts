import type { IncidentState, IncidentStatus } from '@/lib/domain/incident/incident';
import { incidentStates } from '@/lib/domain/incident/incident';
import type { RecordAction } from './record-action';
import { statusWords } from './status-words';

const passage = { kind: 'passage', maxLength: 2_000 } as const;

function identify(from: IncidentStatus): RecordAction {
  return {
    ...{ id: 'identify', label: 'Mark identified', hint: 'The cause is known.', keys: 'm i', group: 'state' },
    ...{ command: 'incident.identify', ask: null, toInput: () => ({ from }) },
  };
}

function mitigate(from: IncidentStatus): RecordAction {
  return {
    ...{ id: 'mitigate', label: 'Mark mitigated…', hint: 'Users no longer feel it.', keys: 'm m', group: 'state' },
    command: 'incident.mitigate',
    ask: {
      title: 'Mark it mitigated',
      description: 'Users no longer feel it. It is not over yet.',
      fields: [{ ...passage, name: 'how', label: 'What ended the harm' }],
      submit: 'Mark mitigated',
      look: 'go',
    },
    toInput: ({ how, despite }) => ({ from, how, ...(despite && { despite }) }),
  };
}

function resolve({ status: from, mitigation }: IncidentState): RecordAction {
  return {
    ...{ id: 'resolve', label: 'Resolve…', hint: 'It is over: cause and what ended it.', keys: 'm r', group: 'state' },
    command: 'incident.resolve',
    ask: {
      title: 'Resolve the incident',
      description: 'Both go into the closing message and the postmortem.',
      fields: [
        { ...passage, name: 'cause', label: 'Cause' },
        { ...passage, name: 'mitigation', label: 'Mitigated by', ...(mitigation && { initial: mitigation }) },
      ],
      submit: 'Resolve',
      look: 'go',
    },
    toInput: ({ cause, mitigation: by, despite }) => ({ from, cause, mitigation: by, ...(despite && { despite }) }),
  };
}

function close(from: IncidentStatus): RecordAction {
  return {
    ...{ id: 'close', label: 'Close…', hint: 'Nothing is left to do here.', keys: 'm c', group: 'state' },
    command: 'incident.close',
    ask: {
      title: 'Close the incident',
      description: 'Only later findings can be added then. It can be reopened with a reason.',
      fields: [],
      submit: 'Close',
      look: 'go',
    },
    toInput: () => ({ from }),
  };
}

function goBack({ status: from, mergedInto }: IncidentState): RecordAction | null {
  const behind = incidentStates.slice(0, incidentStates.indexOf(from));
  if (behind.length === 0) return null;
  const isOver = from === 'resolved' || from === 'closed';
  const verb = mergedInto ? 'Take back the merge' : isOver ? 'Reopen' : 'Go back';
  return {
    ...{ id: 'go-back', label: `${verb}…`, keys: 'm b', group: 'state', command: 'incident.go_back' },
    ask: {
      title: verb,
      description: 'The record keeps both, and why.',
      fields: [
        {
          ...{ name: 'to', label: 'To', kind: 'choice', initial: 'investigating' },
          choices: behind.filter((id) => id !== 'resolved').map((id) => ({ id, label: statusWords[id] })),
        },
        { name: 'reason', label: 'Why', kind: 'passage', maxLength: 1_000 },
      ],
      submit: verb,
      look: 'go',
    },
    toInput: ({ to, reason }) => ({ from, to, reason }),
  };
}

/** Where the incident can go from here, in the order people want it. */
export function stateActions(incident: IncidentState): RecordAction[] {
  const { status } = incident;
  const back = goBack(incident);
  const ahead: Record<IncidentStatus, RecordAction[]> = {
    investigating: [identify(status), mitigate(status), resolve(incident)],
    identified: [mitigate(status), resolve(incident)],
    mitigated: [resolve(incident)],
    resolved: [close(status)],
    closed: [],
  };
  return [...ahead[status], ...(back ? [back] : [])];
}
