import 'server-only';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { Outgoing, Receiver, Sending } from '../../integrations/receiver';
import { deliveryCount } from '../../observability/metrics';
import { backOffMs } from './back-off';
import { claimDelivery } from './claim-delivery';
import { correspondenceOf } from './correspondence';
import type { DeliveryRow } from './delivery-row';
import type { QueueParts } from './queue-parts';
import { type Settled, settleDelivery } from './settle-delivery';
import { toldOf } from './told-of';

const givenUpAfterMs = 24 * 3_600_000;

/** Sends the next delivery to this place that is due; false when there is none. Throws when the database fails. */
export async function workDelivery(parts: QueueParts, destination: Destination): Promise<boolean> {
  const { row, replaced } = await claimDelivery(parts.pool, destination, parts.node, parts.now());
  for (const old of replaced) await tell(parts, old, { state: 'given_up', problem: 'replaced by a newer update' });
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
  return receiver.send(outgoingOf(row), correspondence);
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
  const receiver: Receiver | null = parts.receiverOf(row.destination);
  const correspondence = correspondenceOf(parts.pool, row.incident_number, row.destination);
  return receiver === null || receiver.mayRepeat(outgoingOf(row), correspondence);
}

/** Writes down what came of it, then tells the record. */
export async function settle(parts: QueueParts, row: DeliveryRow, settled: Settled): Promise<void> {
  if (!(await settleDelivery(parts.pool, row, settled, parts.now()))) return;
  await tell(parts, row, settled);
}

/** The record hears of the first failure only. When it cannot be told now, `tellUntold` does it. */
async function tell(parts: QueueParts, row: DeliveryRow, settled: Settled): Promise<void> {
  const outcome = settled.state === 'queued' ? 'failing' : settled.state;
  deliveryCount().inc({ destination: row.destination, outcome });
  if (outcome === 'failing' && row.problem !== null) return;
  const detail = settled.state === 'sent' ? settled.note : settled.problem;
  await parts.tell(toldOf(row, outcome, detail)).catch(() => {});
}

function outgoingOf({ id, channel, payload, attempts }: DeliveryRow): Outgoing {
  return { id, channel, payload, isRepeated: attempts > 1 };
}
