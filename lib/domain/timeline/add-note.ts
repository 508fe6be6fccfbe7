import * as z from 'zod/mini';
import type { DecideContext } from '../access/actor';
import { policyRefusal } from '../access/who-may';
import { incidentNumber, typedText } from '../incident/input';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { TimelineEvent } from './events';

const input = z.strictObject({ number: incidentNumber, text: typedText(20_000) });

/** Rule L1: a note is kept as typed, also on a closed incident: what people learn later belongs there too. */
function decide(_: unknown, { text }: z.output<typeof input>, context: DecideContext): Decision<TimelineEvent> {
  const refusal = policyRefusal(context.actor, 'timeline.add_note');
  return refusal ? refuse(refusal) : accept({ type: 'timeline.note_added', data: { text } });
}

export const addNote = { input, decide };
