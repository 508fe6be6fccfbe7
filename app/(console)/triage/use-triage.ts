'use client';

import { useDeclare } from '@/components/incident/declare-provider';
import { outbox } from '@/lib/client/outbox/outbox';
import { type TriageDraft, useTriageDraft } from '@/lib/client/store/use-triage-draft';
import type { Checklist, ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import type { Escalation } from '@/lib/domain/catalogue/escalation';
import type { FailureClass } from '@/lib/domain/catalogue/failure-class';
import type { Matrix } from '@/lib/domain/degradation/matrix';
import { nothingYet } from '@/lib/domain/triage/evolve-triage';
import { listOpenSteps } from '@/lib/domain/triage/list-open-steps';
import { rankClasses } from '@/lib/domain/triage/rank-classes';
import { notNeeded, type StepFacts } from '@/lib/domain/triage/step-need';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';

interface TriageFacts {
  checklists: Checklist[];
  failureClasses: FailureClass[];
  escalation: Escalation;
  matrix: Matrix;
  nowMs: number;
}

const me = { kind: 'person', id: 'me', name: 'you' } as const;

/** The draft as the checklists of a record, so that the same parts show both. */
function toState(draft: TriageDraft | null, { checklists, failureClasses }: TriageFacts): TriageState {
  const ticks = Object.fromEntries(Object.entries(draft?.ticked ?? {}).map(([key, at]) => [key, { by: me, at }]));
  const known = failureClasses.find(({ id }) => id === draft?.failureClass);
  return { ...nothingYet, checklists, ticks, answers: toAnswers(draft, checklists), failureClass: known ?? null };
}

/** What the steps are needed by before there is an incident: it would be declared now, as the first page is. */
function toStepFacts(
  triage: TriageState,
  draft: TriageDraft | null,
  { escalation, matrix, nowMs }: TriageFacts,
): StepFacts {
  const { severity } = escalation.unclassified;
  const declaredAt = draft?.startedAt ?? new Date(nowMs).toISOString();
  return { incident: { severity, ladder: [severity], declaredAt }, triage, nowMs, live: toLive(matrix) };
}

function toLive({ rows }: Matrix) {
  return rows.map(({ serviceId: id, name, status }) => ({ id, name, status }));
}

/** What was answered, by question. */
function toAnswers(draft: TriageDraft | null, checklists: readonly Checklist[]): TriageState['answers'] {
  const answers = checklists.flatMap(({ id, items }) =>
    items.flatMap((item) => {
      const key = itemKey(id, item.id);
      const answer = draft?.ticked[key] && draft.answers?.[key];
      return item.question && answer
        ? [[item.question.id, { by: me, at: draft.ticked[key] ?? '', answer }] as const]
        : [];
    }),
  );
  return Object.fromEntries(answers);
}

/** Ticks of steps that the catalogue still has, for the declaration. */
function toTicked({ checklists, ticks, answers }: TriageState) {
  return checklists.flatMap(({ id: checklistId, items }) =>
    items.flatMap(({ id: itemId, question }) => {
      const tick = ticks[itemKey(checklistId, itemId)];
      const answer = question && answers[question.id]?.answer;
      return tick ? [{ checklistId, itemId, at: tick.at, ...(answer && { answer }) }] : [];
    }),
  );
}

/** The triage draft, its clock, and the way from it to an incident. */
export function useTriage(facts: TriageFacts) {
  const { failureClasses, escalation, matrix, nowMs } = facts;
  const { draft, begin, clear, toggle, answer, setClass } = useTriageDraft(nowMs);
  const openForm = useDeclare();
  const state = toState(draft, facts);
  const { afterMinutes, severity } = escalation.unclassified;
  const leftMs = draft ? afterMinutes * 60_000 - (nowMs - Date.parse(draft.startedAt)) : null;
  const isLate = leftMs !== null && leftMs <= 0 && !state.failureClass;

  const declare = () =>
    openForm?.({
      ticked: toTicked(state),
      title: state.failureClass?.symptom ?? 'Paged, cause unknown',
      ...(state.failureClass && { failureClass: { id: state.failureClass.id } }),
      ...(isLate && { severity }),
      onDeclared: (number) => {
        if (isLate) outbox().add({ type: 'triage.call_backup', number, input: { number } });
        clear();
      },
    });

  const steps = toStepFacts(state, draft, facts);
  // What only a record can say waits for it.
  const next = listOpenSteps(steps).find(({ item }) => !item.does && !item.doneBy);
  return {
    ...{ state, begin, clear, setClass, isLate, severity, declare },
    hasBegun: draft !== null,
    known: state.failureClass,
    next: next ?? null,
    reasonFor: (item: ChecklistItem) =>
      notNeeded(item, steps) ?? (item.does || item.doneBy ? 'Done in the incident, once it is declared.' : null),
    ranked: rankClasses(failureClasses, toLive(matrix)),
    leftMs: state.failureClass ? null : leftMs,
    toggle,
    answer,
  };
}
