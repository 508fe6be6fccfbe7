import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import { closedRefusal } from './closed-refusal';
import type { IncidentEvent } from './events';
import type { IncidentState } from './incident';
import type { ChangeSeverityInput } from './inputs';
import type { RecordContext } from './record-context';
import { floorRefusal } from './severity-floor';

/** Raising and lowering are one rule seen from two sides. */
export function changeSeverity(direction: 'raise' | 'lower') {
  const action = direction === 'raise' ? 'incident.raise_severity' : 'incident.lower_severity';

  function decide(
    { incident }: { incident: IncidentState },
    asked: ChangeSeverityInput,
    context: RecordContext,
  ): Decision<IncidentEvent> {
    const refusal = policyRefusal(context.actor, action) ?? closedRefusal(incident);
    if (refusal) return refuse(refusal);
    const current = incident.severity;
    const { to, reason } = asked;
    if (!incident.ladder.includes(to)) return refuse({ code: 'unknown_severity', asked: to, known: incident.ladder });
    if (to === current) return accept();
    if (asked.from !== current) return refuse({ code: 'severity_changed', expected: asked.from, current });
    const goesUp = incident.ladder.indexOf(to) < incident.ladder.indexOf(current);
    if (direction === 'raise') {
      if (!goesUp) return refuse({ code: 'severity_not_higher', current, asked: to });
      return accept({ type: 'incident.severity_raised', data: { from: current, to, reason } });
    }
    if (goesUp) return refuse({ code: 'severity_not_lower', current, asked: to });
    const held = floorRefusal(incident, to);
    if (held) return refuse(held);
    return accept({ type: 'incident.severity_lowered', data: { from: current, to, reason } });
  }

  return decide;
}
