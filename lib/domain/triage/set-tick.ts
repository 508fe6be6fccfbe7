import type { DecideContext } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import type { IncidentState } from '../incident/incident';
import { closedRefusal } from '../incident/is-open';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import type { TickInput } from './inputs';
import { itemKey, type TriageState } from './triage';

interface TriageRecord {
  incident: IncidentState;
  triage: TriageState;
}

/** Ticking and unticking are one rule seen from two sides; asking for what already holds is a noop. */
export function setTick(direction: 'tick' | 'untick') {
  function decide(
    { incident, triage }: TriageRecord,
    { checklistId, itemId }: TickInput,
    context: DecideContext,
  ): Decision<TriageEvent> {
    const refusal = policyRefusal(context.actor, `triage.${direction}`) ?? closedRefusal(incident);
    if (refusal) return refuse(refusal);
    const checklist = triage.checklists.find((list) => list.id === checklistId);
    const item = checklist?.items.find((step) => step.id === itemId);
    if (!item) return refuse({ code: 'unknown_checklist_item', checklistId, itemId });
    const isTicked = Object.hasOwn(triage.ticks, itemKey(checklistId, itemId));
    if (isTicked === (direction === 'tick')) return accept();
    const type = direction === 'tick' ? 'triage.item_ticked' : 'triage.item_unticked';
    return accept({ type, data: { checklistId, itemId, title: item.title } });
  }

  return decide;
}
