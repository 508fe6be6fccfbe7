import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { IncidentEvent } from '../incident/events';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TriageEvent } from './events';
import type { TriageRecord } from './record';

/** Rule T9: nobody knows what it is: assume worse than average, and call for a second pair of eyes. Both in one. */
export function callBackup(
  { incident, triage }: TriageRecord,
  _: unknown,
  context: RecordContext,
): Decision<TriageEvent | IncidentEvent> {
  const refusal = policyRefusal(context.actor, 'triage.call_backup') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (triage.backup) return accept();
  const escalation = context.looked?.catalogue?.escalation;
  if (!escalation) return refuse({ code: 'only_on_server' });
  const { severity, invite, announceIn, advice } = escalation.unclassified;
  const label = (id: string) => escalation.contacts.find((contact) => contact.id === id)?.label ?? id;
  const called: TriageEvent = {
    type: 'triage.backup_called',
    data: { contact: label(invite), announceIn: label(announceIn), advice },
  };
  const { severity: from, ladder } = incident;
  if (ladder.indexOf(severity) < 0 || ladder.indexOf(severity) >= ladder.indexOf(from)) return accept(called);
  return accept<TriageEvent | IncidentEvent>(called, {
    type: 'incident.severity_raised',
    data: { from, to: severity, reason: advice },
  });
}
