import { type DecideContext, toRef } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import { closedRefusal } from './is-open';

/** Rule I9: one commander at a time; taking command says from whom. */
export function takeCommand(
  { incident }: { incident: IncidentState },
  _: unknown,
  context: DecideContext,
): Decision<IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'incident.take_command') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (incident.commander?.id === context.actor.id) return accept();
  return accept({
    type: 'incident.command_taken',
    data: { commander: toRef(context.actor), from: incident.commander },
  });
}
