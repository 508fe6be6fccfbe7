import { type Action, policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import type { SentChannel, SentUpdate } from './comms';
import type { CommsEvent } from './events';
import type { OnTextInput } from './inputs';
import { speakerRefusal } from './is-speaker';
import type { CommsRecord } from './record';

/** Rule M14: somebody posted a text that no channel takes; the record keeps who and when. */
export function markPosted(record: CommsRecord, input: OnTextInput, context: RecordContext): Decision<CommsEvent> {
  const posting = findPosting('comms.mark_posted', record, input, context);
  if ('code' in posting) return refuse(posting);
  const { update, text } = posting;
  const { updateId, channel } = input;
  if (update.posted[channel]) return accept();
  return accept({ type: 'comms.text_posted', data: { updateId, channel, name: text.name } });
}

/** Rule M14: it was not posted after all. */
export function unmarkPosted(record: CommsRecord, input: OnTextInput, context: RecordContext): Decision<CommsEvent> {
  const posting = findPosting('comms.unmark_posted', record, input, context);
  if ('code' in posting) return refuse(posting);
  const { update, text } = posting;
  const { updateId, channel } = input;
  if (!update.posted[channel]) return accept();
  return accept({ type: 'comms.posting_taken_back', data: { updateId, channel, name: text.name } });
}

function findPosting(
  action: Action,
  { incident, comms }: CommsRecord,
  { updateId, channel }: OnTextInput,
  { actor, now }: RecordContext,
): { update: SentUpdate; text: SentChannel } | Rejection {
  const refusal = policyRefusal(actor, action) ?? mergedRefusal(incident) ?? speakerRefusal(incident, actor);
  if (refusal) return refusal;
  const update = comms.updates.find((one) => one.updateId === updateId);
  const text = update?.channels.find((one) => one.channel === channel);
  if (!update || !text || update.isWithdrawn) return { code: 'no_such_update' };
  if (!text.byHand) return { code: 'goes_by_itself', channel: text.name };
  if (now < update.leavesAt) return { code: 'still_leaving', leavesAt: update.leavesAt };
  return { update, text };
}
