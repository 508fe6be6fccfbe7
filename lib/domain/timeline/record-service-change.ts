import type { IncidentState } from '../incident/incident';
import { isOpenStatus } from '../incident/is-open-status';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TimelineEvent } from './events';

type FactType = 'timeline.service_changed' | 'timeline.sight_lost' | 'timeline.sight_regained' | 'timeline.watch_gap';
type Data<Type extends FactType> = Extract<TimelineEvent, { type: Type }>['data'];

/** Rules L5 and L6: only the console itself says what it saw of services, and nothing is said once it is over. */
function recordSeen<Type extends FactType>(type: Type, command: string) {
  return function decide(
    { incident }: { incident: IncidentState },
    { number: _, ...data }: Data<Type> & { number: string },
    { actor }: RecordContext,
  ): Decision<TimelineEvent> {
    if (actor.kind !== 'system') return refuse({ code: 'not_allowed', action: command, needs: 'system' });
    return isOpenStatus(incident.status) ? accept({ type, data } as unknown as TimelineEvent) : accept();
  };
}

/** A mapped service is something else than what was last known of it. */
export const recordServiceChange = recordSeen('timeline.service_changed', 'timeline.record_service_change');
/** Services of which nothing is known any more. */
export const recordSightLost = recordSeen('timeline.sight_lost', 'timeline.record_sight_lost');
/** Services of which something is known again. */
export const recordSightRegained = recordSeen('timeline.sight_regained', 'timeline.record_sight_regained');
/** A stretch of time in which nobody watched. */
export const recordWatchGap = recordSeen('timeline.watch_gap', 'timeline.record_watch_gap');
