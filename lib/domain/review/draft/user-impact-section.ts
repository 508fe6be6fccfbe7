import { sayEvent } from '../../describe-event';
import { impactStartOf } from '../../incident/impact-start';
import { saidMinute } from '../../kernel/event-words';
import { type Brevity, type DraftSource, ofType } from './draft-source';
import { lasted, list } from './list-section';
import { inline } from './markdown-text';

/**
 * What users felt, and for how long: how the incident's rows stood when it was declared, and how they changed since.
 * Without a service named, every row counts.
 */
export function userImpactSection({ state: { incident }, events }: DraftSource, brevity: Brevity): string {
  const isOwn = ownServices(events);
  const changes = ofType(events, 'timeline.service_changed').filter(({ data }) => isOwn(data.serviceId));
  const lastedUntilNext = (serviceId: string, from: string, rest: typeof changes) => {
    const next = rest.find(({ data }) => data.serviceId === serviceId);
    return next ? `(for ${lasted(Date.parse(next.occurredAt) - Date.parse(from))})` : '(no end recorded)';
  };
  const first = (incident.situation?.rows ?? []).flatMap(({ serviceId, name, status, since, users }) => {
    if (status !== 'down' && status !== 'degraded') return [];
    const from = since ?? incident.declaredAt;
    const said = `${name} is ${status} at the declaration${users ? `: ${users}` : ''}`;
    return `- ${saidMinute(from)} ${inline(said)} ${lastedUntilNext(serviceId, from, changes)}`;
  });
  const later = changes.map((event, index) => {
    const { serviceId, to } = event.data;
    const said = `- ${saidMinute(event.occurredAt)} ${inline(sayEvent(event))}`;
    return to === 'ok' ? said : `${said} ${lastedUntilNext(serviceId, event.occurredAt, changes.slice(index + 1))}`;
  });
  const start = impactStartOf(incident);
  const isKnown = incident.milestones.impactStarted !== undefined || first.length > 0;
  const since = isKnown ? `Users felt it from ${saidMinute(start)}.\n\n` : '';
  return since + list([...first, ...later], brevity, 'The record has no change of a service. Write what users felt.');
}

/** The services that it was about at some moment; all of them when it named none. */
function ownServices(events: DraftSource['events']): (serviceId: string) => boolean {
  const named = new Set([
    ...ofType(events, 'incident.declared').flatMap(({ data }) => data.services),
    ...ofType(events, 'incident.services_changed').flatMap(({ data }) => data.added.map(({ id }) => id)),
  ]);
  return (serviceId) => named.size === 0 || named.has(serviceId);
}
