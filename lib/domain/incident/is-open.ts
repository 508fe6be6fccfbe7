import type { Rejection } from '../kernel/rejection';
import type { IncidentState } from './incident';

/** Rule I8: a closed incident takes no commands but reopening. */
export function closedRefusal(incident: IncidentState): Rejection | null {
  return incident.status === 'closed' ? { code: 'incident_closed', number: incident.number } : null;
}
