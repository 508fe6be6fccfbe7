import { type Action, policyRefusal } from '../access/who-may';
import { mergedRefusal } from '../incident/closed-refusal';
import type { RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import { type DeliveryState, deliveryKey } from './comms';
import type { CommsEvent } from './events';
import type { OnDeliveryInput } from './inputs';
import { speakerRefusal } from './is-speaker';
import type { CommsRecord } from './record';

type Recorded = Extract<CommsEvent, { type: 'comms.delivery_recorded' }>['data'];

/** Rule M4: what became of one delivery. Only the console itself says so; the same again changes nothing. */
export function recordDelivery(
  { comms }: CommsRecord,
  { updateId, channel, destination, outcome, detail }: Recorded,
  { actor }: RecordContext,
): Decision<CommsEvent> {
  if (actor.kind !== 'system') return refuse({ code: 'not_allowed', action: 'comms.record_delivery', needs: 'system' });
  const update = comms.updates.find((one) => one.updateId === updateId);
  if (!update) return refuse({ code: 'no_such_update' });
  const known = update.deliveries[deliveryKey(channel, destination)];
  if (known?.outcome === outcome && known.detail === detail) return accept();
  return accept({ type: 'comms.delivery_recorded', data: { updateId, channel, destination, outcome, detail } });
}

/** Rule M4: a person has it sent once more, knowing that it may arrive twice when it was uncertain. */
export function retryDelivery(
  record: CommsRecord,
  input: OnDeliveryInput,
  context: RecordContext,
): Decision<CommsEvent> {
  const found = findDelivery('comms.retry_delivery', record, input, context);
  if ('code' in found) return refuse(found);
  if (found.outcome === 'queued') return accept();
  if (found.outcome === 'sent') return refuse({ code: 'delivered_already' });
  const { updateId, channel, destination } = input;
  return accept({ type: 'comms.delivery_retried', data: { updateId, channel, destination } });
}

/** Rule M4: nobody tries any more. */
export function giveUpDelivery(
  record: CommsRecord,
  input: OnDeliveryInput,
  context: RecordContext,
): Decision<CommsEvent> {
  const found = findDelivery('comms.give_up_delivery', record, input, context);
  if ('code' in found) return refuse(found);
  if (found.outcome === 'given_up') return accept();
  if (found.outcome === 'sent') return refuse({ code: 'delivered_already' });
  const { updateId, channel, destination } = input;
  return accept({ type: 'comms.delivery_given_up', data: { updateId, channel, destination } });
}

function findDelivery(
  action: Action,
  { incident, comms }: CommsRecord,
  { updateId, channel, destination }: OnDeliveryInput,
  { actor }: RecordContext,
): DeliveryState | Rejection {
  const refusal = policyRefusal(actor, action) ?? mergedRefusal(incident) ?? speakerRefusal(incident, actor);
  if (refusal) return refusal;
  const update = comms.updates.find((one) => one.updateId === updateId);
  return update?.deliveries[deliveryKey(channel, destination)] ?? { code: 'no_such_update' };
}
