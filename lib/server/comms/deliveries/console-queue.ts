import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import { sendMail } from '../../integrations/mail/send-mail';
import type { Sending } from '../../integrations/receiver';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
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
    return new DeliveryQueue({ ...parts, publish: async () => {}, now, chance: Math.random });
  });
}

/** Rule M4: the Message-ID is made of update and address, so that most mailboxes keep one of two after all. */
function mailSubscriber(payload: DeliveryPayload, { email }: Subscriber): Promise<Sending> {
  return sendMail({
    to: [email],
    subject: (payload.subject ?? payload.headline).replace(/\s+/g, ' ').trim(),
    text: payload.body,
    language: payload.language,
    key: `${payload.updateId} ${email}`,
    thread: payload.number,
    unsubscribeUrl: null,
  });
}
