import type { Recorded } from '../kernel/event';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';

/** Folds one event into the incident. Throws on an event before the declaration: the log would be broken. */
export function evolveIncident(state: IncidentState | null, event: Recorded<IncidentEvent>): IncidentState {
  if (event.type === 'incident.declared') {
    const { number, title, severity, ladder, services, catalogVersion } = event.data;
    const { actor: declaredBy, occurredAt: declaredAt } = event;
    return {
      number,
      title,
      severity,
      ladder,
      services,
      catalogVersion,
      declaredBy,
      declaredAt,
      status: 'investigating',
      commander: null,
    };
  }
  if (!state) throw new Error(`event ${event.seq} ${event.type} stands before the declaration`);
  switch (event.type) {
    case 'incident.severity_raised':
    case 'incident.severity_lowered':
      return { ...state, severity: event.data.to };
    case 'incident.command_taken':
      return { ...state, commander: event.data.commander };
  }
}
