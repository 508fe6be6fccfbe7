import 'server-only';
import * as z from 'zod/mini';
import type { Correspondence, Outgoing, Receiver, Sending } from '../receiver';
import { slackCall } from './slack-call';
import { slackText } from './slack-text';

export interface SlackBot {
  api: string;
  token: string;
  channel: string;
}

/** By our channel: the message that shows the current state, and the last delivery that was told in its thread. */
const threads = z.record(
  z.string(),
  z.object({ channel: z.string(), ts: z.string(), replied: z.optional(z.string()) }),
);
type Threads = z.infer<typeof threads>;

/** A message that somebody deleted, or that is too old to be changed, costs only its change: the thread has the update. */
const unchangeable = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'update_failed']);

/**
 * Slack by a bot token: one message for each incident, which always shows the newest update, and a thread under it with
 * all of them. The reply comes first and is noted, so that only the change, which may be repeated, is left to try again.
 */
export function slackBot(bot: SlackBot): Receiver {
  const call = (method: string, args: object) => slackCall(bot.api, bot.token, method, args);
  const plain = { mrkdwn: false, parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false };

  async function open(outgoing: Outgoing, known: Threads, correspondence: Correspondence): Promise<Sending> {
    const posted = await call('chat.postMessage', { channel: bot.channel, text: textOf(outgoing), ...plain });
    if (!posted.ok) return posted.sending;
    const { channel, ts } = posted;
    await correspondence.keep({ ...known, [outgoing.channel]: { channel, ts, replied: outgoing.id } });
    return { outcome: 'sent' };
  }

  async function goOn(outgoing: Outgoing, known: Threads, correspondence: Correspondence): Promise<Sending> {
    const thread = known[outgoing.channel];
    if (!thread) return open(outgoing, known, correspondence);
    const { channel, ts } = thread;
    const text = textOf(outgoing);
    if (thread.replied !== outgoing.id) {
      const replied = await call('chat.postMessage', { channel, thread_ts: ts, text, ...plain });
      if (!replied.ok) return replied.sending;
      await correspondence.keep({ ...known, [outgoing.channel]: { channel, ts, replied: outgoing.id } });
    }
    const changed = await call('chat.update', { channel, ts, text, parse: 'none', link_names: false });
    if (changed.ok) return { outcome: 'sent' };
    if (!unchangeable.has(changed.error)) return changed.sending;
    return { outcome: 'sent', note: 'in the thread only: the first message cannot be changed any more' };
  }

  return {
    send: async (outgoing, correspondence) => goOn(outgoing, read(await correspondence.read()), correspondence),
    mayRepeat: async ({ id, channel }, correspondence) => read(await correspondence.read())[channel]?.replied === id,
  };
}

function textOf({ payload }: Outgoing): string {
  return slackText(payload.body);
}

function read(data: unknown): Threads {
  const parsed = threads.safeParse(data ?? {});
  return parsed.success ? parsed.data : {};
}
