import type { Checklist, ChecklistItem } from '../catalogue/catalogue';
import { readConditions, type StepCondition, severities } from '../catalogue/step-condition';
import type { IncidentState } from '../incident/incident';
import type { LiveService } from './rank-classes';
import { itemKey, type TriageState } from './triage';

/** What a step is needed by, at one moment. */
export interface StepFacts {
  incident: Pick<IncidentState, 'severity' | 'ladder' | 'declaredAt'>;
  triage: TriageState;
  nowMs: number;
  /** The rows of the live matrix; empty while nothing is known. */
  live: readonly LiveService[];
}

/** Whether a condition holds and what is the case, in a sentence; null when nobody knows. */
type Finding = { holds: boolean; says: string } | null;

/**
 * Rule T12: why a step is not needed now, in a sentence; null while it is needed. What nobody knows counts for needed:
 * a row that is unknown, a question that was skipped or that nobody asked, a condition that a newer release wrote.
 */
export function notNeeded({ when, does }: Pick<ChecklistItem, 'when' | 'does'>, facts: StepFacts): string | null {
  const calling = does === 'triage.call_backup' ? backupNotNeeded(facts.triage) : null;
  if (calling !== null) return calling;
  if (when === undefined) return null;
  const findings = (readConditions(when) ?? []).map((condition) => findOut(condition, facts));
  return findings.find((finding) => finding && !finding.holds)?.says ?? null;
}

/** Rule N25: nobody is called twice, nor once it is classified because nobody knew what it was. */
function backupNotNeeded({ failureClass, backup }: TriageState): string | null {
  if (failureClass) return `Not needed: it is classified as “${failureClass.symptom}”.`;
  return backup ? `Not needed: ${backup.contact} was called at ${backup.at.slice(11, 16)} UTC.` : null;
}

function findOut(condition: StepCondition, facts: StepFacts): Finding {
  const { incident, triage } = facts;
  switch (condition.about) {
    case 'unclassified':
      return unclassifiedFinding(condition.afterMinutes, facts);
    case 'classified':
      return { holds: triage.failureClass !== null, says: 'Not needed while the failure class is not known.' };
    case 'class': {
      const { id = null, symptom = 'not known' } = triage.failureClass ?? {};
      return { holds: (id === condition.id) !== condition.isNot, says: `Not needed: the failure class is ${symptom}.` };
    }
    case 'severity': {
      if (!incident.ladder.includes(condition.severity)) return null;
      const asked = severities(incident.ladder, condition.relation, condition.severity);
      return { holds: asked.includes(incident.severity), says: `Not needed: it is ${incident.severity}.` };
    }
    // A record does not say yet whether an alert led to it.
    case 'alert':
      return null;
    case 'service': {
      const row = facts.live.find(({ id }) => id === condition.id);
      if (!row || (row.status === 'unknown' && condition.status !== 'unknown')) return null;
      return {
        holds: (row.status === condition.status) !== condition.isNot,
        says: `Not needed: ${row.name} is ${row.status}.`,
      };
    }
    case 'answer':
      return answerFinding(condition, facts);
  }
}

function unclassifiedFinding(afterMinutes: number, { incident, triage, nowMs }: StepFacts): Finding {
  if (triage.failureClass)
    return { holds: false, says: `Not needed: it is classified as “${triage.failureClass.symptom}”.` };
  const fromMs = Date.parse(incident.declaredAt) + afterMinutes * 60_000;
  return { holds: nowMs >= fromMs, says: `Not needed before ${new Date(fromMs).toISOString().slice(11, 16)} UTC.` };
}

function answerFinding(
  { question, answer, isNot }: Extract<StepCondition, { about: 'answer' }>,
  facts: StepFacts,
): Finding {
  const { triage } = facts;
  const asking = findQuestion(triage, question);
  const known = Object.hasOwn(triage.answers, question) ? triage.answers[question] : undefined;
  if (known)
    return { holds: (known.answer === answer) !== isNot, says: `Not needed: the answer is “${known.answer}”.` };
  if (!asking || asking.isSkipped) return null;
  // A question that is not asked leads nowhere.
  const unasked = notNeeded(asking.item, facts);
  return { holds: false, says: unasked ?? `Waits for an answer: ${asking.item.title}` };
}

/** The step that asks a question, unless somebody skipped it in favour of another. */
function findQuestion({ checklists, skips }: TriageState, id: string) {
  const asking = checklists.flatMap((list: Checklist) =>
    list.items
      .filter(({ question }) => question?.id === id)
      .map((item) => ({ item, isSkipped: Object.hasOwn(skips, itemKey(list.id, item.id)) })),
  );
  return asking.find(({ isSkipped }) => !isSkipped) ?? asking[0] ?? null;
}
