import * as z from 'zod';
import { type FakeReceiver, startFake } from './fake-server';

/** A message as people see it in the channel. */
export interface SlackMessage {
  channel: string;
  ts: string;
  text: string;
  threadTs: string | null;
  isEdited: boolean;
}

export interface FakeSlack extends FakeReceiver {
  /** The address of its incoming webhook, and of its Web API. */
  webhookUrl: string;
  apiUrl: string;
  messages: SlackMessage[];
}

const text = z.string().min(1).max(40_000);
// As documented for chat.postMessage, chat.update and incoming webhooks; of each only what a console has reason to send.
const unfurl = { unfurl_links: z.boolean().optional(), unfurl_media: z.boolean().optional() };
const treated = { parse: z.enum(['none', 'full']).optional(), link_names: z.boolean().optional() };
const hook = z.strictObject({ text, mrkdwn: z.boolean().optional(), ...unfurl });
const post = z.strictObject({
  channel: z.string().min(1),
  text,
  thread_ts: z
    .string()
    .regex(/^\d+\.\d{6}$/)
    .optional(),
  mrkdwn: z.boolean().optional(),
  ...treated,
  ...unfurl,
});
const update = z.strictObject({ channel: z.string().regex(/^C/), ts: z.string(), text, ...treated });

const channelId = 'C0FAKE0001';

/** Slack: an incoming webhook at `/hook`, and the Web API for a bot with the token `xoxb-fake`. */
export async function startSlack(port = 0): Promise<FakeSlack> {
  const messages: SlackMessage[] = [];
  let count = 0;
  const add = (body: string, threadTs: string | null) => {
    count += 1;
    const ts = `1700000000.${String(count).padStart(6, '0')}`;
    messages.push({ channel: channelId, ts, text: body, threadTs, isEdited: false });
    return ts;
  };
  const api: Record<string, (body: unknown) => object | string> = {
    '/hook': (body) => {
      add(hook.parse(body).text, null);
      return 'ok';
    },
    '/api/chat.postMessage': (body) => {
      const { text: said, thread_ts: threadTs } = post.parse(body);
      return { ok: true, channel: channelId, ts: add(said, threadTs ?? null), message: { text: said } };
    },
    '/api/chat.update': (body) => {
      const { ts, text: said } = update.parse(body);
      const message = messages.find((one) => one.ts === ts);
      if (!message) return { ok: false, error: 'message_not_found' };
      Object.assign(message, { text: said, isEdited: true });
      return { ok: true, channel: channelId, ts, text: said };
    },
  };
  const fake = await startFake((request) => {
    const act = api[request.path];
    if (!act || request.method !== 'POST') throw new Error('no such method');
    if (!request.headers['content-type']?.startsWith('application/json')) throw new Error('not JSON');
    if (request.path !== '/hook' && request.headers.authorization !== 'Bearer xoxb-fake') return invalidAuth;
    return { status: 200, body: act(JSON.parse(request.body)) };
  }, port);
  return { ...fake, webhookUrl: `${fake.url}/hook`, apiUrl: `${fake.url}/api`, messages };
}

const invalidAuth = { status: 200, body: { ok: false, error: 'invalid_auth' } };
