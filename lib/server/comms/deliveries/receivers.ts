import 'server-only';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import { env } from '../../env';
import { cachetReceiver } from '../../integrations/cachet/cachet-receiver';
import { mailReceiver } from '../../integrations/mail/mail-receiver';
import type { Receiver } from '../../integrations/receiver';
import { slackBot } from '../../integrations/slack/slack-bot';
import { slackWebhook } from '../../integrations/slack/slack-webhook';
import { statuspageReceiver } from '../../integrations/statuspage/statuspage-receiver';
import { webhookReceiver } from '../../integrations/webhook/webhook-receiver';

/** Our own page: what its row says is what it shows, so there is nothing to send. */
const followPage: Receiver = { send: async () => ({ outcome: 'sent' }), mayRepeat: async () => true };

/** The adapter for a place, by the settings of this node; null when it is not set up. */
export function receiverOf(destination: Destination): Receiver | null {
  const has = env();
  switch (destination) {
    case 'follow':
      return followPage;
    case 'slack':
      return slack();
    case 'statuspage':
      return statuspage();
    case 'cachet': {
      const { CACHET_URL: url, CACHET_TOKEN: token, CACHET_COMPONENTS: components = {} } = has;
      return url && token ? cachetReceiver({ url, token, components }) : null;
    }
    case 'mail':
      return has.MAIL_TO ? mailReceiver(has.MAIL_TO) : null;
    case 'webhook': {
      const { COMMS_WEBHOOK_URL: url, COMMS_WEBHOOK_SECRET: secret } = has;
      return url && secret ? webhookReceiver(url, secret) : null;
    }
  }
}

function slack(): Receiver | null {
  const { SLACK_BOT_TOKEN: token, SLACK_CHANNEL: channel, SLACK_API_URL: api, SLACK_WEBHOOK_URL: url } = env();
  if (token && channel) return slackBot({ api, token, channel });
  return url ? slackWebhook(url) : null;
}

function statuspage(): Receiver | null {
  const { STATUSPAGE_PAGE_ID: pageId, STATUSPAGE_API_KEY: apiKey, STATUSPAGE_API_URL: api } = env();
  const { STATUSPAGE_COMPONENTS: components = {} } = env();
  return pageId && apiKey ? statuspageReceiver({ api, pageId, apiKey, components }) : null;
}
