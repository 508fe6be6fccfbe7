import type { IncidentState } from '@/lib/domain/incident/incident';
import { milestoneNames, milestoneWords } from '@/lib/domain/incident/milestones';
import type { RecordAction } from './record-action';

const other = { name: 'other', label: 'Number of the other incident', kind: 'incident' } as const;
const reason = { name: 'reason', label: 'Why', kind: 'passage', maxLength: 1_000 } as const;

const link: RecordAction = {
  ...{ id: 'link', label: 'Link a related incident…', group: 'record', command: 'incident.link' },
  ask: { title: 'Link a related incident', fields: [other], submit: 'Link', look: 'go' },
  toInput: ({ other: to }) => ({ other: to }),
};

const merge: RecordAction = {
  ...{ id: 'merge', label: 'Merge into another…', group: 'record', command: 'incident.merge' },
  ask: {
    title: 'Merge into another incident',
    description: 'For a duplicate. This one is closed and says where things go on. It can be taken back.',
    ...{ fields: [other], submit: 'Merge', look: 'loud' },
  },
  toInput: ({ other: into }) => ({ other: into }),
};

const makePrivate: RecordAction = {
  ...{ id: 'private', label: 'Make it private…', group: 'record', command: 'incident.set_visibility' },
  ask: {
    title: 'Who may know of it',
    description: 'Only these people, you and the commander. For everybody else it does not exist.',
    fields: [{ name: 'people', label: 'People', kind: 'people', isOptional: true }, reason],
    ...{ submit: 'Make it private', look: 'go' },
  },
  toInput: ({ people = '', reason: why }) => ({ people: people.split(',').filter(Boolean), reason: why }),
};

const makeOpen: RecordAction = {
  ...{ id: 'open-to-all', label: 'Open it to everybody…', group: 'record', command: 'incident.set_visibility' },
  ask: {
    title: 'Open it to everybody',
    description: 'Everybody who may sign in can read all of it then, what was written so far too.',
    ...{ fields: [reason], submit: 'Open it', look: 'loud' },
  },
  toInput: ({ reason: why }) => ({ people: null, reason: why }),
};

function setMilestone({ milestones }: IncidentState): RecordAction {
  const choices = milestoneNames.map((id) => ({
    id,
    label: milestones[id]
      ? `${milestoneWords[id]}, now ${milestones[id].slice(0, 16).replace('T', ' ')} UTC`
      : milestoneWords[id],
  }));
  return {
    ...{ id: 'milestone', label: 'Set or correct a time…', group: 'record', command: 'incident.set_milestone' },
    ask: {
      title: 'Set or correct a time',
      description: 'The record keeps the old time, who changed it and why.',
      fields: [
        { name: 'milestone', label: 'Which moment', kind: 'choice', choices, initial: 'impactStarted' },
        { name: 'at', label: 'When', kind: 'moment' },
        { ...reason, label: 'Why (needed for a correction)', isOptional: true },
      ],
      ...{ submit: 'Set', look: 'go' },
    },
    toInput: ({ milestone, at, reason: why }) => ({ milestone, at, ...(why && { reason: why }) }),
  };
}

function unlinks({ related }: IncidentState): RecordAction[] {
  return related.map((number) => ({
    ...{
      id: `unlink-${number}`,
      label: `Take back the link to ${number}`,
      group: 'record',
      command: 'incident.unlink',
    },
    ...{ ask: null, toInput: () => ({ other: number }) },
  }));
}

/** What concerns the record as a whole. */
export function fileActions(incident: IncidentState): RecordAction[] {
  if (incident.mergedInto) return [];
  const isClosed = incident.status === 'closed';
  return [
    setMilestone(incident),
    link,
    ...unlinks(incident),
    ...(isClosed ? [] : [merge]),
    incident.visibleTo === null ? makePrivate : makeOpen,
  ];
}
