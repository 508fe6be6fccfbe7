import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import { mergedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { SetMilestoneInput } from './inputs';
import type { MilestoneName, Milestones } from './milestones';
import type { RecordContext } from './record-context';

// An alert may come before anybody feels anything; nothing ends before it began.
const pairs: readonly [MilestoneName, MilestoneName][] = [
  ['impactStarted', 'mitigated'],
  ['impactStarted', 'resolved'],
  ['impactStarted', 'closed'],
  ['declared', 'closed'],
  ['mitigated', 'closed'],
  ['resolved', 'closed'],
];

/** Rule I12: set once without a reason; after that a correction with one. Never in the future, never end before start. */
export function setMilestone(
  { incident }: { incident: IncidentState },
  { milestone, at, reason }: SetMilestoneInput,
  context: RecordContext,
): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.set_milestone') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  const from = incident.milestones[milestone] ?? null;
  if (from === at) return accept();
  if (at > context.now) return refuse({ code: 'time_in_future', occurredAt: at, now: context.now });
  const disorder = disorderOf({ ...incident.milestones, [milestone]: at }, milestone);
  if (disorder) return refuse(disorder);
  if (from !== null && !reason) return refuse({ code: 'correction_needs_reason', milestone, current: from });
  return accept({ type: 'incident.milestone_set', data: { milestone, at, from, ...(reason && { reason }) } });
}

/** The first pair with this milestone whose end would lie before its start. */
function disorderOf(milestones: Milestones, changed: MilestoneName): Rejection | null {
  for (const [start, end] of pairs) {
    if (start !== changed && end !== changed) continue;
    const startAt = milestones[start];
    const endAt = milestones[end];
    if (startAt && endAt && endAt < startAt) return { code: 'end_before_start', start, startAt, end, endAt };
  }
  return null;
}
