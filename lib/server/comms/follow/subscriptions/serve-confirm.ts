import 'server-only';
import { absentAnswer } from '../plain-answer';
import { oneButtonAnswer } from './one-button';
import { confirmSubscription, findSubscription } from './settle-subscription';
import { subscriptionWords } from './subscription-words';

/** `/follow/confirm/{token}`: looking at it does nothing, since scanners of mail open every link; the button confirms. */
export async function serveConfirm(token: string, isForm: boolean): Promise<Response> {
  const found = await (isForm ? confirmSubscription(token) : findSubscription(token));
  if (!found || found.isEnded) return absentAnswer();
  const { language, number } = found;
  const words = subscriptionWords[language];
  if (found.isConfirmed) {
    return oneButtonAnswer({ language, number, title: words.confirmedTitle, text: words.confirmedText, button: null });
  }
  return oneButtonAnswer({
    ...{ language, number, title: words.confirmTitle },
    ...{ text: words.confirmText, button: words.confirmButton },
  });
}
