import 'server-only';
import type { ChannelWay, Destination } from '@/lib/domain/catalogue/comms-guide';
import { env } from '../env';
import { isMailSetUp } from '../integrations/mail/send-mail';

/** Where the texts of a channel of this way go, by the settings of this node; none when nothing is set up for it. */
export function configuredDestinations(way: ChannelWay): Destination[] {
  const has = env();
  const found: Record<ChannelWay, readonly (Destination | false)[]> = {
    follow: ['follow'],
    status: [has.STATUSPAGE_PAGE_ID !== undefined && 'statuspage', has.CACHET_URL !== undefined && 'cachet'],
    slack: [(has.SLACK_BOT_TOKEN ?? has.SLACK_WEBHOOK_URL) !== undefined && 'slack'],
    mail: [isMailSetUp() && has.MAIL_TO !== undefined && 'mail'],
    webhook: [has.COMMS_WEBHOOK_URL !== undefined && 'webhook'],
    copy: [],
  };
  return found[way].filter((destination) => destination !== false);
}
