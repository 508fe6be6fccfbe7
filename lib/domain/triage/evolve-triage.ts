import type { IncidentEvent } from '../incident/events';
import type { Recorded } from '../kernel/event';
import type { TriageEvent } from './events';
import { itemKey, type TriageState } from './triage';

type Declared = Extract<IncidentEvent, { type: 'incident.declared' }>;

/** Folds one event into the checklists. */
export function evolveTriage(state: TriageState, event: Recorded<TriageEvent | Declared>): TriageState {
  switch (event.type) {
    case 'incident.declared':
      return { checklists: event.data.checklists, ticks: {} };
    case 'triage.item_ticked': {
      const key = itemKey(event.data.checklistId, event.data.itemId);
      return { ...state, ticks: { ...state.ticks, [key]: { by: event.actor, at: event.occurredAt } } };
    }
    case 'triage.item_unticked': {
      const { [itemKey(event.data.checklistId, event.data.itemId)]: _, ...ticks } = state.ticks;
      return { ...state, ticks };
    }
  }
}
