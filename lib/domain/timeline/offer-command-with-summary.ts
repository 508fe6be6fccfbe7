import type { IncidentEvent } from '../incident/events';
import { offerCommand } from '../incident/hand-over';
import type { RecordContext } from '../incident/record-context';
import type { Decision } from '../kernel/decision';
import { type HandOverRecord, summariseForHandOver } from './summarise-for-hand-over';

/** Rule I10: whoever is offered command reads first how things stand. */
export function offerCommandWithSummary(
  record: HandOverRecord,
  asked: { personId: string },
  context: RecordContext,
): Decision<IncidentEvent> {
  return offerCommand(record, asked, context, summariseForHandOver(record, context));
}
