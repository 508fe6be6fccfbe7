import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { DeliveryState } from '@/lib/domain/comms/comms';
import type { CommsEvent } from '@/lib/domain/comms/events';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { getState } from '../incident/get-record';
import { eventsFor } from '../incident/side-for';
import { database } from '../kernel/database';
import { readEventsOfType } from '../kernel/event-store';

type Sent = Extract<CommsEvent, { type: 'comms.update_sent' }>['data'];

/** One update as machines read it: what was said where, and how each place stands. Times are ISO UTC. */
interface ListedUpdate extends Sent {
  at: string;
  by: ActorRef;
  isWithdrawn: boolean;
  /** By `channel/destination`; empty for who follows as a stakeholder. */
  deliveries: Record<string, DeliveryState>;
}

/** The updates of one incident, oldest first, as this actor may read them (rule A11); null when there is no such incident for them. */
export async function listUpdates(actor: Actor, number: string): Promise<ListedUpdate[] | null> {
  const found = await getState(actor, number);
  if (!found) return null;
  const events = eventsFor(actor, await readEventsOfType(database(), number, 'comms.update_sent'));
  return events.flatMap((event) => {
    if (event.type !== 'comms.update_sent') return [];
    const { occurredAt: at, actor: by, data } = event;
    const stands = found.state.comms.updates.find(({ updateId }) => updateId === data.updateId);
    return [{ ...data, at, by, isWithdrawn: stands?.isWithdrawn ?? false, deliveries: stands?.deliveries ?? {} }];
  });
}
