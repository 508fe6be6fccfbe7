import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { type FakeReceiver, startFake } from './fake-server';

/** 32 bytes, as Standard Webhooks has secrets. */
export const webhookSecret = `whsec_${Buffer.from('a secret only used in the tests!').toString('base64')}`;

export interface FakeWebhook extends FakeReceiver {
  /** Each message once, by its id, as receivers are told to do. */
  messages: Map<string, z.infer<typeof message>>;
}

const message = z.strictObject({
  type: z.literal('comms.update'),
  timestamp: z.iso.datetime(),
  data: z.strictObject({
    channel: z.string(),
    number: z.string(),
    updateId: z.uuid(),
    phase: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
    language: z.enum(['en', 'fr']),
    severity: z.string(),
    headline: z.string(),
    subject: z.string().nullable(),
    body: z.string(),
    components: z.record(z.string(), z.string()),
    nextUpdateAt: z.iso.datetime().nullable(),
    at: z.iso.datetime(),
  }),
});

/** A receiver of Standard Webhooks that checks signature and age. */
export async function startWebhook(port = 0): Promise<FakeWebhook> {
  const messages = new Map<string, z.infer<typeof message>>();
  const fake = await startFake(({ method, headers, body }) => {
    const id = String(headers['webhook-id']);
    const at = String(headers['webhook-timestamp']);
    const key = Buffer.from(webhookSecret.slice(6), 'base64');
    const signature = `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
    if (method !== 'POST') throw new Error('not a POST');
    if (Math.abs(Date.now() / 1000 - Number(at)) > 300) throw new Error('too old');
    if (headers['webhook-signature'] !== signature) throw new Error('a wrong signature');
    const read = message.parse(JSON.parse(body));
    if (!messages.has(id)) messages.set(id, read);
    return { status: 204, body: '' };
  }, port);
  return { ...fake, messages };
}
