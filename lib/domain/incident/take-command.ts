import { toRef } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { RecordContext } from './record-context';

/** Rule I9: one commander at a time; taking command says from whom, and an open offer falls. */
export function takeCommand(
  { incident }: { incident: IncidentState },
  _: unknown,
  context: RecordContext,
): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.take_command') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (incident.commander?.id === context.actor.id) return accept();
  return accept({
    type: 'incident.command_taken',
    data: { commander: toRef(context.actor), from: incident.commander },
  });
}
