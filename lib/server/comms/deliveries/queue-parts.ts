import 'server-only';
import type { Pool } from 'pg';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import type { Receiver, Sending } from '../../integrations/receiver';
import type { Told } from './tell-record';

/** Somebody who confirmed that updates of one incident may be mailed to them. */
export interface Subscriber {
  id: string;
  email: string;
  language: string;
}

/** What the queue works with; tests put their own in its place. */
export interface QueueParts {
  pool: Pool;
  /** See `queueNode`. */
  node: string;
  receiverOf(destination: Destination): Receiver | null;
  mailSubscriber(payload: DeliveryPayload, subscriber: Subscriber): Promise<Sending>;
  /** What follows from an update that stands on the follow page; the same again changes nothing. */
  publish(update: { number: string; updateId: string }): Promise<unknown>;
  tell(told: Told): Promise<void>;
  now(): Date;
  /** From 0 to 1. */
  chance(): number;
}
