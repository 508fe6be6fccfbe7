import * as z from 'zod/mini';
import type { DecideContext } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import type { IncidentState } from '../incident/incident';
import { incidentNumber } from '../incident/input';
import { closedRefusal } from '../incident/is-open';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import { itemKey, type TriageState } from './triage';

const id = z.string().check(z.minLength(1), z.maxLength(80));
const input = z.strictObject({ number: incidentNumber, checklistId: id, itemId: id });

interface TriageRecord {
  incident: IncidentState;
  triage: TriageState;
}

/** Ticking and unticking are one rule seen from two sides; asking for what already holds is a noop. */
export function setTick(direction: 'tick' | 'untick') {
  function decide(
    { incident, triage }: TriageRecord,
    { checklistId, itemId }: z.output<typeof input>,
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

  return { input, decide };
}
