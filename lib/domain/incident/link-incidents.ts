import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import { closedRefusal, mergedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { OtherIncidentInput } from './inputs';
import { namedIncident } from './looked-up';
import type { RecordContext } from './record-context';

interface Incident {
  incident: IncidentState;
}

/** Two incidents have to do with each other; also said later, when one is closed. */
export function link({ incident }: Incident, { other }: OtherIncidentInput, context: RecordContext) {
  const refusal = policyRefusal(context.actor, 'incident.link') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (incident.related.includes(other)) return accept<IncidentEvent>();
  const found = namedIncident(incident, context, other);
  if (!found.ok) return refuse(found.rejection);
  return accept<IncidentEvent>({ type: 'incident.linked', data: { to: other, title: found.value.title } });
}

/** They have not after all. */
export function unlink({ incident }: Incident, { other }: OtherIncidentInput, context: RecordContext) {
  const refusal = policyRefusal(context.actor, 'incident.unlink') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  return incident.related.includes(other)
    ? accept<IncidentEvent>({ type: 'incident.unlinked', data: { to: other } })
    : accept<IncidentEvent>();
}

/** Rule I16: a duplicate ends here and goes on as the other one, which must itself be open and not merged. */
export function merge(
  { incident }: Incident,
  { other }: OtherIncidentInput,
  context: RecordContext,
): Decision<IncidentEvent> {
  const policy = policyRefusal(context.actor, 'incident.merge');
  if (policy) return refuse(policy);
  if (incident.mergedInto === other) return accept();
  const refusal = closedRefusal(incident);
  if (refusal) return refuse(refusal);
  const found = namedIncident(incident, context, other);
  if (!found.ok) return refuse(found.rejection);
  const { mergedInto, status, title } = found.value;
  if (mergedInto !== null) return refuse({ code: 'incident_merged', number: other, into: mergedInto });
  if (status === 'closed') return refuse({ code: 'incident_closed', number: other });
  return accept({ type: 'incident.merged', data: { from: incident.status, into: other, title } });
}
