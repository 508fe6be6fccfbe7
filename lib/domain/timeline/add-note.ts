import { policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { IncidentState } from '../incident/incident';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TimelineEvent } from './events';
import type { AddNoteInput } from './inputs';

/** Rule L1: a note is kept as typed, also on a closed incident: what people learn later belongs there too. */
export function addNote(
  { incident }: { incident: IncidentState },
  { text, kind = 'note' }: AddNoteInput,
  context: RecordContext,
): Decision<TimelineEvent> {
  const refusal = policyRefusal(context.actor, 'timeline.add_note') ?? mergedRefusal(incident);
  return refusal
    ? refuse(refusal)
    : accept({ type: 'timeline.note_added', data: { text, ...(kind !== 'note' && { kind }) } });
}
