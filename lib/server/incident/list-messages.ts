import 'server-only';
import { sseMessage } from '../kernel/sse-message';
import type { ListedIncident } from './list-incidents';

/**
 * What followers of the list are told of one incident. A private one is told to those it names, on a topic of their own
 * (rule A7); everybody else takes it off the list, where it may have stood before.
 */
export function listMessages({ visibleTo, ...incident }: ListedIncident, wasOpen = false) {
  const bytes = sseMessage('incidents', incident);
  if (visibleTo === null) return [{ topic: 'incidents', bytes }];
  const gone = wasOpen ? [{ topic: 'incidents', bytes: sseMessage('gone', { number: incident.number }) }] : [];
  return [...gone, ...visibleTo.map((personId) => ({ topic: `incidents:${personId}`, bytes }))];
}
