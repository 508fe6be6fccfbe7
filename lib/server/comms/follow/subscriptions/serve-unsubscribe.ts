import 'server-only';
import { absentAnswer } from '../plain-answer';
import { oneButtonAnswer } from './one-button';
import { endSubscription, findSubscription } from './settle-subscription';
import { subscriptionWords } from './subscription-words';

/** `/follow/unsubscribe/{token}`: a mail program's one click (RFC 8058) and the page's button send the same form. */
export async function serveUnsubscribe(token: string, isForm: boolean): Promise<Response> {
  const found = await (isForm ? endSubscription(token) : findSubscription(token));
  if (!found) return absentAnswer();
  const { language, number } = found;
  const words = subscriptionWords[language];
  if (found.isEnded) {
    return oneButtonAnswer({ language, number, title: words.endedTitle, text: words.endedText, button: null });
  }
  return oneButtonAnswer({
    ...{ language, number, title: words.endTitle },
    ...{ text: words.endText, button: words.endButton },
  });
}
