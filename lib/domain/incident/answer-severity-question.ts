import { policyRefusal } from '../access/who-may';
import type { Severity } from '../catalogue/catalogue';
import { accept, type Decision, refuse } from '../kernel/decision';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { AnswerSeverityQuestionInput } from './inputs';
import type { RecordContext } from './record-context';
import { floorRefusal } from './severity-floor';

/**
 * Rules I17 and I18: the answer is kept; "yes" to a promotion raises, "yes" to a demotion lowers, when that leads further
 * than where the incident stands. Nothing changes by "no".
 */
export function answerSeverityQuestion(
  { incident }: { incident: IncidentState },
  { ask, answer }: AnswerSeverityQuestionInput,
  context: RecordContext,
): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.answer_severity_question') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (!context.looked?.catalogue) return refuse({ code: 'only_on_server' });
  const question = findQuestion(context.looked.catalogue.severities, incident, ask);
  if (!question) return refuse({ code: 'unknown_question', ask });
  const { to } = question;
  if (incident.answers[ask]?.answer === answer) return accept();
  const answered = {
    type: 'incident.severity_question_answered' as const,
    data: { ask, answer, ...question },
  } satisfies IncidentEvent;
  if (answer === 'no') return accept(answered);
  const from = incident.severity;
  const distance = incident.ladder.indexOf(to) - incident.ladder.indexOf(from);
  if (distance === 0) return accept(answered);
  if (distance < 0)
    return accept<IncidentEvent>(answered, { type: 'incident.severity_raised', data: { from, to, reason: yes(ask) } });
  const floor = policyRefusal(context.actor, 'incident.lower_severity') ?? floorRefusal(incident, to);
  if (floor) return refuse(floor);
  return accept<IncidentEvent>(answered, { type: 'incident.severity_lowered', data: { from, to, reason: yes(ask) } });
}

const yes = (ask: string) => `${ask} Yes.`;

/** The question where the incident stands first; the same words may lead elsewhere from another rung. */
function findQuestion(severities: readonly Severity[], { severity }: IncidentState, ask: string) {
  const hereFirst = [...severities.filter(({ id }) => id === severity), ...severities];
  for (const { promotions, demotions } of hereFirst) {
    const up = promotions.find((step) => step.ask === ask);
    if (up) return { to: up.to, leads: 'up' as const };
    const down = demotions.find((step) => step.ask === ask);
    if (down) return { to: down.to, leads: 'down' as const };
  }
  return null;
}
