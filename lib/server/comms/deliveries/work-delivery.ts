import 'server-only';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { Outgoing, Sending } from '../../integrations/receiver';
import { backOffMs } from './back-off';
import { claimDelivery } from './claim-delivery';
import { correspondenceOf } from './correspondence';
import type { DeliveryRow } from './delivery-row';
import { inTime } from './in-time';
import type { QueueParts } from './queue-parts';
import { type Settled, settleDelivery } from './settle-delivery';
import { tellSettled } from './tell-settled';
import { untilWritten } from './until-written';

const givenUpAfterMs = 24 * 3_600_000;

/** Sends the next delivery to this place that is due; false when there is none. Throws when the database fails. */
export async function workDelivery(parts: QueueParts, destination: Destination): Promise<boolean> {
  const { row, replaced } = await claimDelivery(parts.pool, destination, parts.node, parts.now());
  for (const old of replaced) await tellSettled(parts, old, { state: 'given_up', problem: old.problem ?? '' });
  if (!row) return false;
  const sending = row.is_private === false ? await send(parts, row) : refusePrivate;
  await settle(parts, row, await toSettled(parts, row, sending));
  return true;
}

const refusePrivate = { outcome: 'refused', problem: 'the incident is private' } as const;

async function send(parts: QueueParts, row: DeliveryRow): Promise<Sending> {
  const receiver = parts.receiverOf(row.destination);
  if (!receiver) return { outcome: 'refused', problem: 'this is not set up any more' };
  const correspondence = correspondenceOf(parts.pool, row.incident_number, row.destination);
  return inTime(receiver.send(outgoingOf(row), correspondence));
}

/** What a try leads to; also for one that was found abandoned. */
export async function toSettled(parts: QueueParts, row: DeliveryRow, sending: Sending): Promise<Settled> {
  if (sending.outcome === 'sent') return { state: 'sent', note: sending.note ?? null };
  const { outcome, problem } = sending;
  if (outcome === 'refused') return { state: 'given_up', problem };
  if (outcome === 'unknown' && !(await mayRepeat(parts, row))) return { state: 'uncertain', problem };
  const at = parts.now().getTime();
  if (at - row.created_at.getTime() > givenUpAfterMs) return { state: 'given_up', problem: `for 24 hours: ${problem}` };
  const asked = sending.outcome === 'again' ? sending.afterMs : undefined;
  const waitMs = asked ?? backOffMs(row.attempts, parts.chance());
  return { state: 'queued', notBefore: new Date(at + waitMs), problem };
}

async function mayRepeat(parts: QueueParts, row: DeliveryRow): Promise<boolean> {
  const receiver = parts.receiverOf(row.destination);
  const correspondence = correspondenceOf(parts.pool, row.incident_number, row.destination);
  return receiver ? receiver.mayRepeat(outgoingOf(row), correspondence) : false;
}

/** Writes down what came of it, then tells the record. */
export async function settle(parts: QueueParts, row: DeliveryRow, settled: Settled): Promise<void> {
  const isOurs = await untilWritten(() => settleDelivery(parts.pool, row, settled, parts.now()));
  if (isOurs) await tellSettled(parts, row, settled);
}

function outgoingOf({ id, channel, payload, attempts }: DeliveryRow): Outgoing {
  return { id, channel, payload, isRepeated: attempts > 1 };
}
