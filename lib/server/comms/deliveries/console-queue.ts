import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import { sendMail } from '../../integrations/mail/send-mail';
import type { Sending } from '../../integrations/receiver';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import { publishUpdate } from '../follow/publish-update';
import { subscriberMail } from '../follow/subscriber-mail';
import { deliveryPool } from './delivery-pool';
import { DeliveryQueue } from './delivery-queue';
import { queueNode } from './queue-node';
import type { Subscriber } from './queue-parts';
import { receiverOf } from './receivers';
import { tellRecord } from './tell-record';

/** This node's queue of deliveries. */
export function deliveryQueue(): DeliveryQueue {
  return perProcess('delivery-queue', () => {
    const parts = { pool: deliveryPool(), node: queueNode(), receiverOf, mailSubscriber, tell: tellRecord };
    return new DeliveryQueue({ ...parts, publish: publishUpdate, now, chance: Math.random });
  });
}

/** Rule M4: the Message-ID is made of update and address, so that most mailboxes keep one of two after all. */
function mailSubscriber(payload: DeliveryPayload, { id, email }: Subscriber): Promise<Sending> {
  const mail = subscriberMail(id, payload);
  return sendMail({ ...mail, to: [email], language: payload.language, key: `${payload.updateId} ${email}` });
}
