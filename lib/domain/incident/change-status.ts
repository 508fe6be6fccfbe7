import { type Action, policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import { type IncidentState, type IncidentStatus, incidentStates } from './incident';
import type { ForwardInput, GoBackInput, MitigateInput, ResolveInput } from './inputs';
import type { RecordContext } from './record-context';
import { heldToRows } from './red-rows';

interface Incident {
  incident: IncidentState;
}

const placeOf = (status: IncidentStatus) => incidentStates.indexOf(status);

/** Rules I13 and I14: forward only, from the state its author saw; steps may be left out, except before closing. */
function forwardRefusal(
  incident: IncidentState,
  action: Action,
  { from, to }: { from: IncidentStatus; to: IncidentStatus },
  context: RecordContext,
): Rejection | 'already' | null {
  const refusal = policyRefusal(context.actor, action) ?? closedRefusal(incident);
  if (refusal) return refusal;
  const current = incident.status;
  if (current === to) return 'already';
  if (from !== current) return { code: 'status_changed', expected: from, current };
  if (placeOf(to) < placeOf(current)) return { code: 'status_not_ahead', current, asked: to };
  return null;
}

function answer(refusal: Rejection | 'already' | null, event: IncidentEvent): Decision<IncidentEvent> {
  if (refusal === 'already') return accept();
  return refusal ? refuse(refusal) : accept(event);
}

/** The cause is known. */
export function identify({ incident }: Incident, { from }: ForwardInput, context: RecordContext) {
  const refusal = forwardRefusal(incident, 'incident.identify', { from, to: 'identified' }, context);
  return answer(refusal, { type: 'incident.identified', data: { from } });
}

/** Users no longer feel it. */
export function mitigate({ incident }: Incident, { from, how, despite }: MitigateInput, context: RecordContext) {
  const refusal = forwardRefusal(incident, 'incident.mitigate', { from, to: 'mitigated' }, context);
  const mitigated = { type: 'incident.mitigated', data: { from, how } } as const;
  return refusal ? answer(refusal, mitigated) : heldToRows(mitigated, incident, despite, context);
}

/** It is over: with its cause and what ended it. */
export function resolve({ incident }: Incident, asked: ResolveInput, context: RecordContext) {
  const { from, cause, mitigation, despite } = asked;
  const refusal = forwardRefusal(incident, 'incident.resolve', { from, to: 'resolved' }, context);
  const resolved = { type: 'incident.resolved', data: { from, cause, mitigation } } as const;
  return refusal ? answer(refusal, resolved) : heldToRows(resolved, incident, despite, context);
}

/** Nothing is left to do here. Rule I14: only what is resolved can be closed. */
export function close({ incident }: Incident, { from }: ForwardInput, context: RecordContext): Decision<IncidentEvent> {
  const policy = policyRefusal(context.actor, 'incident.close');
  if (policy) return refuse(policy);
  if (incident.status === 'closed' && incident.mergedInto === null) return accept();
  const refusal = forwardRefusal(incident, 'incident.close', { from, to: 'closed' }, context);
  if (refusal === null && incident.status !== 'resolved')
    return refuse({ code: 'not_resolved', current: incident.status });
  return answer(refusal, { type: 'incident.closed', data: { from } });
}

/** Rule I15: back with a reason, also out of closed and out of a merge. */
export function goBack({ incident }: Incident, asked: GoBackInput, context: RecordContext): Decision<IncidentEvent> {
  const policy = policyRefusal(context.actor, 'incident.go_back');
  if (policy) return refuse(policy);
  const current = incident.status;
  const { from, to, reason } = asked;
  if (current === to) return accept();
  if (from !== current) return refuse({ code: 'status_changed', expected: from, current });
  if (placeOf(to) > placeOf(current)) return refuse({ code: 'status_not_behind', current, asked: to });
  const { mergedInto: outOf } = incident;
  return accept({ type: 'incident.went_back', data: { from, to, reason, ...(outOf && { outOf }) } });
}
