import { policyRefusal } from '../access/who-may';
import type { ChecklistItem } from '../catalogue/catalogue';
import { notRequired } from '../catalogue/not-required';
import { closedRefusal } from '../incident/closed-refusal';
import type { IncidentEvent } from '../incident/events';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import type { TriageEvent } from './events';
import { findStep } from './find-step';
import { type GateFacts, missingEvidence } from './gate';
import type { TickInput } from './inputs';
import type { TriageRecord } from './record';
import { stepBinding } from './step-holds';
import { itemKey } from './triage';

/**
 * Ticking and unticking are one rule seen from two sides; asking for what already holds is a noop. The first tick of a
 * step that stands for a milestone sets it (rule I12). A locked step is not ticked, whoever asks (rule E1), nor is one
 * that says what is not so yet (rule T14). A browser does not know what the server will say of a locked one: it waits.
 */
export function setTick(direction: 'tick' | 'untick') {
  function decide(
    { incident, triage, evidence }: TriageRecord,
    { checklistId, itemId }: TickInput,
    context: RecordContext,
  ): Decision<TriageEvent | IncidentEvent> {
    const refusal = policyRefusal(context.actor, `triage.${direction}`) ?? closedRefusal(incident);
    if (refusal) return refuse(refusal);
    const found = findStep(triage, checklistId, itemId);
    if (!found.ok) return refuse(found.rejection);
    const isTicked = Object.hasOwn(triage.ticks, itemKey(checklistId, itemId));
    if (isTicked === (direction === 'tick')) return accept();
    if (direction === 'untick') return accept({ type: 'triage.item_unticked', data: found.step });
    const lock = lockOf(found.item, evidence, context.looked);
    if (lock.missing.length > 0)
      return refuse(
        context.looked
          ? { code: 'evidence_missing', step: found.step.title, recipes: lock.missing }
          : { code: 'only_on_server' },
      );
    const early = notDone(found.item, { incident, triage, evidence });
    if (early) return refuse(early);
    const without = lock.without.length > 0 ? { without: lock.without } : {};
    const ticked: TriageEvent = { type: 'triage.item_ticked', data: { ...found.step, ...without } };
    const { milestone } = found.item;
    if (!milestone || incident.milestones[milestone]) return accept(ticked);
    return accept<TriageEvent | IncidentEvent>(ticked, {
      type: 'incident.milestone_set',
      data: { milestone, at: context.occurredAt, from: null },
    });
  }

  return decide;
}

/** Rules E1 and E13: what is missing, and what is missing but cannot be had while its source is down. */
function lockOf(item: ChecklistItem, evidence: GateFacts, looked: RecordContext['looked']) {
  const recipes = looked?.catalogue?.evidence.recipes ?? [];
  const rows = (looked?.live ?? []).map(({ serviceId: id, name, status }) => ({ id, name, status }));
  const reasons = notRequired(recipes, rows);
  const strict = missingEvidence(item, evidence);
  const missing = missingEvidence(item, { ...evidence, notRequired: reasons });
  const without = recipes.flatMap(({ id, title }) => {
    const because = reasons[id];
    return because !== undefined && strict.includes(id) ? [{ id, title, because }] : [];
  });
  return { missing, without };
}

/** Rules T13 and T14: why a tick by hand would say what is not so; null when it would not. */
function notDone(item: ChecklistItem, record: TriageRecord): Rejection | null {
  const binding = stepBinding(item, record);
  if (binding && !binding.holds) return { code: 'step_not_done', title: item.title, once: binding.words };
  const { question, title } = item;
  if (!question || Object.hasOwn(record.triage.answers, question.id)) return null;
  return { code: 'question_open', title, answers: question.answers };
}
