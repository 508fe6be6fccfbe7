import { policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { CommsEvent } from './events';
import type { OnUpdateInput } from './inputs';
import { speakerRefusal } from './is-speaker';
import type { CommsRecord } from './record';

/** Rule M12: an update is taken back while it waits for review or has not left; afterwards only a newer one corrects it. */
export function withdrawUpdate(
  { incident, comms }: CommsRecord,
  { updateId }: OnUpdateInput,
  { actor, now }: RecordContext,
): Decision<CommsEvent> {
  const refusal = policyRefusal(actor, 'comms.withdraw_update') ?? mergedRefusal(incident);
  if (refusal) return refuse(refusal);
  const silent = speakerRefusal(incident, actor);
  if (silent) return refuse(silent);
  if (comms.review?.updateId === updateId)
    return accept({ type: 'comms.update_withdrawn', data: { updateId, was: 'review' } });
  const update = comms.updates.find((one) => one.updateId === updateId);
  if (!update) return refuse({ code: 'no_such_update' });
  if (update.isWithdrawn) return accept();
  if (now >= update.leavesAt) return refuse({ code: 'already_left', leftAt: update.leavesAt });
  return accept({ type: 'comms.update_withdrawn', data: { updateId, was: 'leaving' } });
}
