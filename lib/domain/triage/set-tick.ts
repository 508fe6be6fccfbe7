import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { IncidentEvent } from '../incident/events';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import { findStep } from './find-step';
import { missingEvidence } from './gate';
import type { TickInput } from './inputs';
import type { TriageRecord } from './record';
import { itemKey } from './triage';

/**
 * Ticking and unticking are one rule seen from two sides; asking for what already holds is a noop. The first tick of a
 * step that stands for a milestone sets it (rule I12). A locked step is not ticked, whoever asks (rule E1).
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
    const missing = missingEvidence(found.item, evidence);
    if (missing.length > 0) return refuse({ code: 'evidence_missing', step: found.step.title, recipes: missing });
    const ticked: TriageEvent = { type: 'triage.item_ticked', data: found.step };
    const { milestone } = found.item;
    if (!milestone || incident.milestones[milestone]) return accept(ticked);
    return accept<TriageEvent | IncidentEvent>(ticked, {
      type: 'incident.milestone_set',
      data: { milestone, at: context.occurredAt, from: null },
    });
  }

  return decide;
}
