import * as z from 'zod/mini';
import { type DecideContext, toRef } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import { incidentNumber } from './input';
import { closedRefusal } from './is-open';

const input = z.strictObject({ number: incidentNumber });

/** Rule I9: one commander at a time; taking command says from whom. */
function decide(
  { incident }: { incident: IncidentState },
  _: z.output<typeof input>,
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

export const takeCommand = { input, decide };
