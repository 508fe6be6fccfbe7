import type { IncidentState } from '../incident/incident';
import { isOpenStatus } from '../incident/is-open-status';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TimelineEvent } from './events';

type ServiceChange = Extract<TimelineEvent, { type: 'timeline.service_changed' }>['data'];

/** Rule L5: the console itself says when a mapped service changed; people cannot, and nothing is said once it is over. */
export function recordServiceChange(
  { incident }: { incident: IncidentState },
  { number: _, ...change }: ServiceChange & { number: string },
  { actor }: RecordContext,
): Decision<TimelineEvent> {
  if (actor.kind !== 'system')
    return refuse({ code: 'not_allowed', action: 'timeline.record_service_change', needs: 'system' });
  if (!isOpenStatus(incident.status)) return accept();
  return accept({ type: 'timeline.service_changed', data: change });
}
