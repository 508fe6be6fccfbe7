import { toCatalogueContent } from '../catalogue/catalogue-content';
import { type DeclareContext, declare } from '../incident/declare';
import type { IncidentEvent } from '../incident/events';
import type { DeclareInput } from '../incident/inputs';
import { accept, type Decision, refuse } from '../kernel/decision';
import { classFacts } from './class-facts';
import type { TriageEvent } from './events';
import { nothingYet } from './evolve-triage';
import { findStep } from './find-step';
import { missingEvidence } from './gate';
import { liveServices } from './set-failure-class';
import { itemKey, type TriageState } from './triage';

/** Rules I1 and T10: opens the record, and brings along what was done before there was one, each at its own time. */
export function openRecord(
  _: null,
  asked: DeclareInput,
  context: DeclareContext,
): Decision<IncidentEvent | TriageEvent> {
  const opened = declare(null, asked, context);
  if (!opened.ok) return opened;
  const { catalogue } = context;
  let triage: TriageState = { ...nothingYet, checklists: catalogue.checklists };
  const facts: (IncidentEvent | TriageEvent)[] = [...opened.events];
  for (const { checklistId, itemId, at, answer } of asked.ticked ?? []) {
    const found = findStep(triage, checklistId, itemId);
    if (!found.ok) return refuse(found.rejection);
    if (at > context.now) return refuse({ code: 'time_in_future', occurredAt: at, now: context.now });
    // A step that evidence locks was not done in the sense of rule E1: it stays to be done.
    if (missingEvidence(found.item, { items: [], waived: {} }).length > 0) continue;
    // Nor was one that says what only this record can say (rules T13, T14).
    if (found.item.doneBy ?? found.item.does ?? found.item.isClassifying) continue;
    const { question } = found.item;
    if (question) {
      if (answer === undefined || !question.answers.includes(answer)) continue;
      const data = { ...found.step, question: question.id, answer, from: null };
      facts.push({ type: 'triage.question_answered', data, at });
      continue;
    }
    facts.push({ type: 'triage.item_ticked', data: found.step, at });
    triage = { ...triage, ticks: { ...triage.ticks, [itemKey(checklistId, itemId)]: { by: context.actor, at } } };
    const { milestone } = found.item;
    if (milestone) facts.push({ type: 'incident.milestone_set', data: { milestone, at, from: null }, at });
  }
  if (asked.failureClass === undefined) return accept(...facts);
  const known = catalogue.failureClasses.find(({ id }) => id === asked.failureClass);
  if (!known) return refuse({ code: 'unknown_failure_class', asked: asked.failureClass });
  return accept(...facts, ...classFacts(triage, known, toCatalogueContent(catalogue), liveServices(context.looked)));
}
