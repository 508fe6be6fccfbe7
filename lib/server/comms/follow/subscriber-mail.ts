import 'server-only';
import type { DeliveryPayload } from '@/lib/domain/comms/delivery-payload';
import { getCatalogue } from '../../catalogue/get-catalogue';
import { env } from '../../env';
import { pageWords } from './page/page-words';
import { dateOf } from './page/said-time';
import { subscriptionToken } from './subscriptions/subscription-token';
import { fill, subscriptionWords } from './subscriptions/subscription-words';

/** One update as a mail to one subscriber. */
export interface SubscriberMail {
  subject: string;
  text: string;
  /** A POST to it ends the subscription: `List-Unsubscribe` and `List-Unsubscribe-Post: List-Unsubscribe=One-Click`. */
  unsubscribeUrl: string;
  /** Stays the same for all updates of the incident, so that mail programs show them together. */
  thread: string;
}

/** Rule M7: what was published, and how to end it; nothing else. In the language the update was written in. */
export function subscriberMail(subscriptionId: string, update: DeliveryPayload): SubscriberMail {
  const { number, phase, headline, body, language, nextUpdateAt } = update;
  const { platform } = getCatalogue();
  const words = subscriptionWords[language];
  const origin = env().NEXTAUTH_URL;
  const unsubscribeUrl = `${origin}/follow/unsubscribe/${subscriptionToken(subscriptionId)}`;
  const clock = nextUpdateAt?.slice(11, 16);
  // Most texts promise it themselves.
  const time = clock && !body.includes(clock) ? `${clock} UTC, ${dateOf(nextUpdateAt ?? '', language)}` : null;
  const parts = [
    `${pageWords[language].phases[phase]}: ${headline}`,
    body.trim(),
    time && fill(words.next, { time }),
    `--\n${fill(words.footer, { number, link: unsubscribeUrl })}`,
  ];
  // A mail's subject is one line, whatever was typed.
  const subject = `[${platform}] ${pageWords[language].phases[phase]}: ${headline}`.replace(/[\p{Cc}\s]+/gu, ' ');
  return {
    ...{ subject, unsubscribeUrl },
    text: parts.filter((part) => part !== null).join('\n\n'),
    thread: `follow.${number}@${new URL(origin).hostname}`,
  };
}
