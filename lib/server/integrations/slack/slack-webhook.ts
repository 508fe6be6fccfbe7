import 'server-only';
import { judgeAnswer } from '../judge-answer';
import type { Receiver } from '../receiver';
import { request } from '../request';
import { slackText } from './slack-text';

/** Slack by an incoming webhook: each update is a message of its own, which nobody can find or change afterwards. */
export function slackWebhook(url: string): Receiver {
  return {
    send: async ({ payload }) => {
      const body = { text: slackText(payload.body), mrkdwn: false, unfurl_links: false, unfurl_media: false };
      const answer = await request(url, { method: 'POST', body: JSON.stringify(body) });
      return judgeAnswer('Slack', answer) ?? { outcome: 'sent' };
    },
    mayRepeat: async () => false,
  };
}
