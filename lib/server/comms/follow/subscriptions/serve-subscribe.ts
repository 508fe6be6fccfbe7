import 'server-only';
import type { IncomingMessage } from 'node:http';
import { isMailSetUp } from '../../../integrations/mail/send-mail';
import type { BareContext } from '../../../kernel/bare-route';
import { isSameOrigin } from '../../../kernel/same-origin';
import { findFollowed } from '../find-followed';
import type { FollowAddress } from '../follow-place';
import { absentAnswer, plainAnswer } from '../plain-answer';
import { askForSubscription } from './ask-for-subscription';
import { queueConfirmation } from './confirmation';
import { readMailAddress } from './mail-address';
import { isTooOften } from './network-limit';
import { readForm } from './read-form';

/** `POST …/subscribe`: whoever is subscribed or not, the answer is the same (rule M7). */
export async function serveSubscribe(
  address: FollowAddress,
  request: IncomingMessage,
  { headers, proceed }: BareContext,
): Promise<Response> {
  // Rule K10. Without a cookie there is nothing that another site could abuse.
  if (address.by === 'number' && !isSameOrigin({ headers })) return absentAnswer();
  const followed = await findFollowed(address, headers.get('cookie') ?? undefined);
  if (typeof followed === 'string') return absentAnswer();
  proceed();
  const form = await readForm(request);
  const email = readMailAddress(form?.get('email'));
  if (!email) return notAnAddress();
  if (isTooOften(request)) return tooOften();
  const language = form?.get('language') === 'fr' ? 'fr' : 'en';
  const id = isMailSetUp() ? await askForSubscription(followed.head.number, email, language) : null;
  if (id) await queueConfirmation(id);
  return plainAnswer({
    status: 200,
    title: ['Look into your mailbox', 'Consultez votre messagerie'],
    text: [
      'If updates can be sent to this address, a mail with a link to confirm is on its way. The link is good for 24 hours.',
      'Si cette adresse peut recevoir les messages, un courriel avec un lien de confirmation est en route. Le lien est valable 24 heures.',
    ],
  });
}

function notAnAddress(): Response {
  return plainAnswer({
    status: 422,
    title: ['This is not a mail address', 'Ce n’est pas une adresse de courriel'],
    text: ['Go back and check what you typed.', 'Revenez en arrière et vérifiez votre saisie.'],
  });
}

function tooOften(): Response {
  return plainAnswer({
    status: 429,
    title: ['Asked too often', 'Trop de demandes'],
    text: [
      'Many asked from your network. Try again in an hour.',
      'Trop de demandes depuis votre réseau. Réessayez dans une heure.',
    ],
    headers: { 'retry-after': '3600' },
  });
}
