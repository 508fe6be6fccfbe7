import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { Severity } from '@/lib/domain/catalogue/catalogue';
import { isSpeaker } from '@/lib/domain/comms/is-speaker';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { commsActions } from './comms-actions';
import { evidenceActions, type LockedBy } from './evidence-actions';
import { fileActions } from './file-actions';
import { peopleActions } from './people-actions';
import type { RecordAction } from './record-action';
import { serviceActions } from './service-actions';
import { severityActions } from './severity-actions';
import { stateActions } from './state-actions';

interface ActionFacts {
  severities: readonly Severity[];
  /** Those of the matrix. */
  services: readonly { id: string; name: string }[];
  locked: readonly LockedBy[];
  /** ISO UTC; null while no update is promised. */
  updateDueAt: string | null;
}

/** Everything this person may do to the record right now. The server decides anew whatever is sent. */
export function listActions(
  incident: IncidentState,
  actor: Actor,
  { severities, services, locked, updateDueAt }: ActionFacts,
): RecordAction[] {
  return [
    ...stateActions(incident),
    ...peopleActions(incident, actor),
    ...evidenceActions(incident, actor, locked),
    ...(isSpeaker(incident, actor) ? commsActions(updateDueAt) : []),
    ...severityActions(incident, severities),
    ...serviceActions(incident, services),
    ...fileActions(incident),
  ].filter(({ command }) => isAllowed(actor.role, command));
}
