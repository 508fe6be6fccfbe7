import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';

/** What pages and mails around a subscription say. `{number}` is the incident, `{platform}` the platform. */
interface SubscriptionWords {
  confirmTitle: string;
  confirmText: string;
  confirmButton: string;
  confirmedTitle: string;
  confirmedText: string;
  endTitle: string;
  endText: string;
  endButton: string;
  endedTitle: string;
  endedText: string;
  askSubject: string;
  askBody: string;
  footer: string;
  next: string;
}

export const subscriptionWords: Record<Language, SubscriptionWords> = {
  en: {
    confirmTitle: 'Get the updates of {number} by mail?',
    confirmText: 'Each update on this incident of {platform} will be sent to your address, once.',
    confirmButton: 'Yes, send them to me',
    confirmedTitle: 'You are subscribed',
    confirmedText: 'Each update of {number} comes by mail from now on. Every mail has a link that ends it.',
    endTitle: 'Stop the updates of {number}?',
    endText: 'No further mail about this incident will be sent to your address.',
    endButton: 'Stop the mails',
    endedTitle: 'No more mails',
    endedText: 'You get no further mails about {number}.',
    askSubject: '{platform}: confirm that you want the updates of {number}',
    askBody: `Somebody, probably you, asked for the updates of incident {number} of {platform} at this address.

To get them, open this page within 24 hours and confirm:
{link}

If it was not you, do nothing: no other mail follows, and the address is forgotten.
`,
    footer: 'You get this mail because you asked for the updates of {number}. To stop it: {link}',
    next: 'Next update by {time}.',
  },
  fr: {
    confirmTitle: 'Recevoir les messages de {number} par courriel ?',
    confirmText: 'Chaque message sur cet incident de {platform} sera envoyé à votre adresse, une fois.',
    confirmButton: 'Oui, envoyez-les-moi',
    confirmedTitle: 'Vous êtes abonné',
    confirmedText:
      'Chaque message de {number} arrive désormais par courriel. Chaque courriel contient un lien pour arrêter.',
    endTitle: 'Arrêter les messages de {number} ?',
    endText: 'Aucun autre courriel sur cet incident ne sera envoyé à votre adresse.',
    endButton: 'Arrêter les courriels',
    endedTitle: 'Plus de courriels',
    endedText: 'Vous ne recevrez plus de courriels sur {number}.',
    askSubject: '{platform} : confirmez que vous voulez les messages de {number}',
    askBody: `Quelqu’un, sans doute vous, a demandé les messages de l’incident {number} de {platform} à cette adresse.

Pour les recevoir, ouvrez cette page dans les 24 heures et confirmez :
{link}

Si ce n’était pas vous, ne faites rien : aucun autre courriel ne suivra, et l’adresse sera oubliée.
`,
    footer: 'Vous recevez ce courriel parce que vous avez demandé les messages de {number}. Pour arrêter : {link}',
    next: 'Prochain message avant {time}.',
  },
};

/** The text with its blanks filled in. */
export function fill(text: string, blanks: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole);
}
