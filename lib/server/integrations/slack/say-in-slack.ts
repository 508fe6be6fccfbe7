import 'server-only';
import { env } from '../../env';
import { judgeAnswer } from '../judge-answer';
import type { Sending } from '../receiver';
import { request } from '../request';
import { slackCall } from './slack-call';
import { slackText } from './slack-text';

/** True when a message can be written into Slack. */
export function isSlackSetUp(): boolean {
  const { SLACK_BOT_TOKEN, SLACK_CHANNEL, SLACK_WEBHOOK_URL } = env();
  return (SLACK_BOT_TOKEN !== undefined && SLACK_CHANNEL !== undefined) || SLACK_WEBHOOK_URL !== undefined;
}

/** Writes one message into the channel of the settings, once; it belongs to no thread. Never throws. */
export async function sayInSlack(text: string): Promise<Sending> {
  const { SLACK_BOT_TOKEN: token, SLACK_CHANNEL: channel, SLACK_API_URL: api, SLACK_WEBHOOK_URL: url } = env();
  const message = { text: slackText(text), mrkdwn: false, unfurl_links: false, unfurl_media: false };
  if (token && channel) {
    const plain = { parse: 'none', link_names: false };
    const posted = await slackCall(api, token, 'chat.postMessage', { channel, ...message, ...plain });
    return posted.ok ? { outcome: 'sent' } : posted.sending;
  }
  if (!url) return { outcome: 'refused', problem: 'no Slack is set up' };
  const answer = await request(url, { method: 'POST', body: JSON.stringify(message) });
  return judgeAnswer('Slack', answer) ?? { outcome: 'sent' };
}
