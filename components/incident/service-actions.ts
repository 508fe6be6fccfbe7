import type { IncidentState } from '@/lib/domain/incident/incident';
import type { RecordAction } from './record-action';

interface Named {
  id: string;
  name: string;
}

function serviceAction(direction: 'add' | 'remove', choices: Named[]): RecordAction[] {
  const [first] = choices;
  if (!first) return [];
  const isAdding = direction === 'add';
  const title = isAdding ? 'Add a service' : 'Take out a service';
  return [
    {
      ...{ id: `${direction}-service`, label: `${title}…`, group: 'record', command: `incident.${direction}_services` },
      ask: {
        title,
        description: isAdding
          ? 'Its row of the matrix counts for this incident from now on.'
          : 'Its row of the matrix no longer counts for this incident. With no service left, all rows do.',
        fields: [
          {
            ...{ name: 'service', label: 'Service', kind: 'choice', initial: first.id },
            choices: choices.map(({ id, name }) => ({ id, label: name })),
          },
        ],
        submit: isAdding ? 'Add' : 'Take out',
        look: 'go',
      },
      toInput: ({ service }) => ({ services: [service] }),
    },
  ];
}

/** Rule I24: what the incident is about can change while it is open. `services` are those of the matrix. */
export function serviceActions({ status, services: own }: IncidentState, services: readonly Named[]): RecordAction[] {
  if (status === 'closed') return [];
  const gone = own.filter((id) => !services.some((service) => service.id === id)).map((id) => ({ id, name: id }));
  return [
    ...serviceAction(
      'add',
      services.filter(({ id }) => !own.includes(id)),
    ),
    ...serviceAction('remove', [...services.filter(({ id }) => own.includes(id)), ...gone]),
  ];
}
