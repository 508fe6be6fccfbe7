import { accept, type Decision, refuse } from '../kernel/decision';
import type { ActorRef } from '../kernel/event';
import type { IncidentEvent } from './events';
import type { IncidentState, RelationChange } from './incident';
import { isKnownToAll } from './may-see';
import type { RecordContext } from './record-context';

export interface TellRelationInput {
  /** The incident that is told. */
  number: string;
  /** The one whose record it was decided on. */
  other: string;
  how: RelationChange;
  by: ActorRef;
}

/**
 * Rule I20: the console tells an incident what was decided about it on the record of another one. Nothing is said when
 * somebody who reads this one may not know of the other, or when it changes nothing here.
 */
export function tellRelation(
  { incident }: { incident: IncidentState },
  { other, how, by }: TellRelationInput,
  { actor, looked }: RecordContext,
): Decision<IncidentEvent> {
  if (actor.kind !== 'system')
    return refuse({ code: 'not_allowed', action: 'incident.tell_relation', needs: 'system' });
  const found = looked?.other;
  if (!found || incident.mergedInto !== null || !isKnownToAll(incident, found)) return accept();
  const isNews = incident.related.includes(other) === (how === 'unlinked' || how === 'unmerged');
  if (!isNews && how !== 'merged') return accept();
  return accept({ type: 'incident.relation_told', data: { other, title: found.title, how, by } });
}
