import type { DecideContext } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TimelineEvent } from './events';
import type { AddNoteInput } from './inputs';

/** Rule L1: a note is kept as typed, also on a closed incident: what people learn later belongs there too. */
export function addNote(_: unknown, { text }: AddNoteInput, context: DecideContext): Decision<TimelineEvent> {
  const refusal = policyRefusal(context.actor, 'timeline.add_note');
  return refusal ? refuse(refusal) : accept({ type: 'timeline.note_added', data: { text } });
}
