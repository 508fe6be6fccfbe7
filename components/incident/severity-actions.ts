import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { IncidentState } from '@/lib/domain/incident/incident';
import type { RecordAction } from './record-action';

/** Raising and lowering, and the questions of the ladder where the incident stands. */
export function severityActions(incident: IncidentState, severities: readonly Severity[]): RecordAction[] {
  if (incident.status === 'closed') return [];
  return [...changes(incident, severities), ...questions(incident, severities)];
}

function changes({ ladder, severity: from }: IncidentState, severities: readonly Severity[]): RecordAction[] {
  const current = ladder.indexOf(from);
  return ladder.flatMap((to, rank): RecordAction[] => {
    if (rank === current) return [];
    const verb = rank < current ? 'Raise' : 'Lower';
    const definition = severities.find(({ id }) => id === to)?.definition;
    return [
      {
        ...{ id: `severity-${to}`, label: `${verb} to ${to}…`, ...(definition && { hint: definition }) },
        group: 'severity',
        command: rank < current ? 'incident.raise_severity' : 'incident.lower_severity',
        ask: {
          title: `${verb} to ${to} from ${from}`,
          ...(definition && { description: definition }),
          fields: [{ name: 'reason', label: 'Why', kind: 'passage', maxLength: 1_000 }],
          submit: `${verb} to ${to}`,
          look: verb === 'Raise' ? 'loud' : 'go',
        },
        toInput: ({ reason }) => ({ from, to, reason }),
      },
    ];
  });
}

function questions({ severity, answers }: IncidentState, severities: readonly Severity[]): RecordAction[] {
  const here = severities.find(({ id }) => id === severity);
  const asked = [...(here?.promotions ?? []), ...(here?.demotions ?? [])].map(({ ask, to }) => ({ ask, to }));
  // A yes that still holds can be taken back, from wherever it has led.
  const held = Object.entries(answers).flatMap(([ask, { answer, to }]) => (answer === 'yes' ? [{ ask, to }] : []));
  return [...asked, ...held.filter(({ ask }) => !asked.some((one) => one.ask === ask))].map(({ ask, to }) => {
    const isYes = answers[ask]?.answer === 'yes';
    const answer = isYes ? 'no' : 'yes';
    return {
      id: `answer-${ask}`,
      label: isYes ? `${ask} Answer no after all` : `${ask} Yes: ${to}`,
      group: 'severity',
      command: 'incident.answer_severity_question',
      ask: null,
      toInput: () => ({ ask, answer }),
    };
  });
}
