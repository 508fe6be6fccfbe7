import { policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { IncidentState } from '../incident/incident';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TimelineEvent } from './events';
import type { PinInput } from './inputs';
import type { TimelineState } from './timeline';

const mostPins = 30;

interface TimelineRecord {
  incident: IncidentState;
  timeline: TimelineState;
}

/** Rule L4: what matters most is pinned for everybody; few enough to be read. */
export function setPin(direction: 'pin' | 'unpin') {
  function decide(
    { incident, timeline }: TimelineRecord,
    { seq }: PinInput,
    context: RecordContext,
  ): Decision<TimelineEvent> {
    const refusal = policyRefusal(context.actor, `timeline.${direction}`) ?? mergedRefusal(incident);
    if (refusal) return refuse(refusal);
    const isPinned = timeline.pins.includes(seq);
    if (isPinned === (direction === 'pin')) return accept();
    if (isPinned) return accept({ type: 'timeline.entry_unpinned', data: { seq } });
    if (timeline.pins.length >= mostPins) return refuse({ code: 'too_many', of: 'pins', most: mostPins });
    if (context.looked?.entry === null) return refuse({ code: 'unknown_entry', seq });
    if (context.looked?.entry === undefined) return refuse({ code: 'only_on_server' });
    return accept({ type: 'timeline.entry_pinned', data: { seq } });
  }

  return decide;
}
