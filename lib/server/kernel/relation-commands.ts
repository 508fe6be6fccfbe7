import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { RelationChange } from '@/lib/domain/incident/incident';
import { machineCommandId } from './machine-command-id';
import type { Outcome } from './outcome';
import type { ParsedCommand } from './parse-command';

/** Rule I20: what other incidents are to be told of this outcome. Asked again, the answer has the same ids. */
export function relationCommands(outcome: Outcome): ParsedCommand[] {
  if (outcome.outcome !== 'applied') return [];
  return outcome.events.flatMap((event) => {
    const relation = relationIn(event);
    if (!relation) return [];
    const input = { number: relation.to, other: outcome.number, how: relation.how, by: event.actor };
    const commandId = machineCommandId(['tell relation', relation.to, outcome.number, String(event.seq)]);
    return [{ commandId, type: 'incident.tell_relation', input, occurredAt: event.occurredAt }];
  });
}

function relationIn(event: RecordedEvent): { to: string; how: RelationChange } | null {
  switch (event.type) {
    case 'incident.linked':
      return { to: event.data.to, how: 'linked' };
    case 'incident.unlinked':
      return { to: event.data.to, how: 'unlinked' };
    case 'incident.merged':
      return { to: event.data.into, how: 'merged' };
    case 'incident.went_back':
      return event.data.outOf ? { to: event.data.outOf, how: 'unmerged' } : null;
    default:
      return null;
  }
}
