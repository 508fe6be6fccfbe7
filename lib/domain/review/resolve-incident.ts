import { resolve } from '../incident/change-status';
import type { IncidentEvent } from '../incident/events';
import type { IncidentState } from '../incident/incident';
import type { ResolveInput } from '../incident/inputs';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { ReviewEvent } from './events';
import { postmortemDueAt } from './postmortem-due-at';
import { postmortemPath } from './postmortem-path';

/** Rules I13 and R1: resolving says by when the postmortem of this severity is held, and where it is filed. */
export function resolveIncident(
  record: { incident: IncidentState },
  asked: ResolveInput,
  context: RecordContext,
): Decision<IncidentEvent | ReviewEvent> {
  const resolved = resolve(record, asked, context);
  if (!resolved.ok || resolved.events.length === 0) return resolved;
  const catalogue = context.looked?.catalogue;
  if (!catalogue) return refuse({ code: 'only_on_server' });
  const { incident } = record;
  const within = catalogue.severities.find(({ id }) => id === incident.severity)?.postmortemWithin ?? null;
  if (within === null) return resolved;
  const dueAt = postmortemDueAt(context.occurredAt, within, catalogue.calendar);
  const path = postmortemPath(incident, catalogue.calendar.zone);
  return accept<IncidentEvent | ReviewEvent>(...resolved.events, {
    type: 'review.postmortem_owed',
    data: { dueAt, path, severity: incident.severity },
  });
}
