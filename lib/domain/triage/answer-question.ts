import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import { findStep } from './find-step';
import type { AnswerQuestionInput } from './inputs';
import type { TriageRecord } from './record';

/** Rule T13: a question is answered by one of its answers, and answered anew; answering it is doing it. */
export function answerQuestion(
  { incident, triage }: TriageRecord,
  { checklistId, itemId, answer }: AnswerQuestionInput,
  context: RecordContext,
): Decision<TriageEvent> {
  const refusal = policyRefusal(context.actor, 'triage.answer_question') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const found = findStep(triage, checklistId, itemId);
  if (!found.ok) return refuse(found.rejection);
  const { question } = found.item;
  if (!question?.answers.includes(answer))
    return refuse({ code: 'unknown_answer', asked: answer, known: question?.answers ?? [] });
  const from = triage.answers[question.id]?.answer ?? null;
  if (from === answer) return accept();
  return accept({ type: 'triage.question_answered', data: { ...found.step, question: question.id, answer, from } });
}
