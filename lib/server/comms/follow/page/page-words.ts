import 'server-only';
import type { CommsPhase, Language } from '@/lib/domain/catalogue/comms-guide';
import { english } from '@/lib/domain/comms/phrases-english';
import { french } from '@/lib/domain/comms/phrases-french';
import type { ComponentStatus } from '@/lib/domain/health/health';

/** What the follow page says by itself, beside what was sent. */
export interface PageWords {
  phases: Record<CommsPhase, string>;
  statuses: Record<ComponentStatus, string>;
  title: string;
  nothingYet: string;
  nothingSentYet: string;
  firstDue: string;
  firstLate: string;
  due: string;
  late: string;
  noPromise: string;
  over: string;
  /** `{m}` is a whole number of minutes. */
  inMinutes: string;
  /** `{h}` is a number of hours, rounded. */
  inHours: string;
  lastUpdate: string;
  /** `{d}` is a length of time. */
  ago: string;
  since: string;
  lasts: string;
  began: string;
  lasted: string;
  asOf: string;
  /** By one probe, by `{n}`; `{t}` is a time of day with seconds. */
  checked: [string, string];
  /** `{name}` is the platform. */
  overUntold: string;
  toConsole: string;
  paper: string;
  dataOf: string;
  /** `{t}` is when. */
  printed: string;
  impact: string;
  allWorks: string;
  works: string;
  updates: string;
  /** `{n}` is how many. */
  earlier: string;
  showAll: string;
  byMail: string;
  stay: string;
  mailHint: string;
  address: string;
  language: string;
  subscribe: string;
  noMail: string;
  feed: string;
  feedHint: string;
  /** For who signs in: a reader of feeds cannot. */
  feedByLink: string;
  runBy: string;
  times: string;
  newUpdate: string;
  /** `{t}` is a time of day. */
  lost: string;
  back: string;
  localTime: string;
  copyWritten: string;
  copyLive: string;
  readAt: string;
}

const en: PageWords = {
  phases: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
  },
  statuses: english.statuses,
  title: 'Incident updates',
  nothingYet: 'No update yet',
  nothingSentYet: 'Nothing has been sent yet. The first update appears here by itself.',
  firstDue: 'The first is due by',
  firstLate: 'The first update is late. It was due by',
  due: 'Next update by',
  late: 'The next update is late. It was due by',
  noPromise: 'No time was given for the next update.',
  over: 'This is over. No further update is planned.',
  inMinutes: 'in {m} min',
  inHours: 'in about {h} h',
  lastUpdate: 'Last update:',
  ago: ', {d} ago',
  since: 'Since',
  lasts: ', for {d}',
  began: 'It began at',
  lasted: ' and lasted {d}',
  asOf: 'As of',
  checked: ['; checked {t} UTC by 1 probe', '; checked {t} UTC by {n} probes'],
  overUntold: 'The people who run {name} have marked this as resolved. Their closing update is still to come.',
  toConsole: 'Back to the console',
  paper: 'From',
  dataOf: 'as it stood at',
  printed: ' · printed {t}',
  impact: 'What is affected',
  allWorks: 'Everything that users do works.',
  works: 'What works',
  updates: 'Updates',
  earlier: '{n} earlier updates are not shown.',
  showAll: 'Show all',
  stay: 'Stay informed',
  byMail: 'Get each update by mail',
  mailHint: 'You confirm by a link in a first mail. Every mail has a link that ends it.',
  address: 'Your mail address',
  language: 'Language of the pages behind the links',
  subscribe: 'Subscribe',
  noMail: 'Email updates are not set up. This page updates itself.',
  feed: 'Atom feed',
  feedHint: 'Each update in a feed reader:',
  feedByLink: 'A feed reader cannot sign in. Whoever writes the updates can make you a link, and its page has a feed.',
  runBy: 'The updates are written by the people who run {name}.',
  times: 'Times are UTC.',
  newUpdate: 'New update',
  lost: 'Connection lost since {t}. What you see may be old; trying again.',
  back: 'Connected again.',
  localTime: 'your time',
  copyWritten: 'This is a copy, written',
  copyLive: 'It does not change by itself. The live page:',
  readAt: 'The console cannot reach its record right now. This is what was known',
};

const fr: PageWords = {
  phases: {
    investigating: 'Analyse en cours',
    identified: 'Cause identifiée',
    monitoring: 'Sous surveillance',
    resolved: 'Résolu',
  },
  statuses: french.statuses,
  title: 'Suivi de l’incident',
  nothingYet: 'Pas encore de message',
  nothingSentYet: 'Rien n’a encore été envoyé. Le premier message s’affichera ici de lui-même.',
  firstDue: 'Le premier est attendu avant',
  firstLate: 'Le premier message est en retard. Il était attendu avant',
  due: 'Prochain message avant',
  late: 'Le prochain message est en retard. Il était attendu avant',
  noPromise: 'Aucune heure n’a été donnée pour le prochain message.',
  over: 'L’incident est terminé. Aucun autre message n’est prévu.',
  inMinutes: 'dans {m} min',
  inHours: 'dans {h} h environ',
  lastUpdate: 'Dernier message :',
  ago: ', il y a {d}',
  since: 'Depuis',
  lasts: ', soit {d}',
  began: 'Début :',
  lasted: ', durée {d}',
  asOf: 'État à',
  checked: [' ; vérifié à {t} UTC par 1 sonde', ' ; vérifié à {t} UTC par {n} sondes'],
  overUntold:
    'Les personnes qui exploitent {name} considèrent l’incident comme résolu. Leur message de clôture est encore à venir.',
  toConsole: 'Retour à la console',
  paper: 'Source :',
  dataOf: 'état à',
  printed: ' · imprimé {t}',
  impact: 'Ce qui est touché',
  allWorks: 'Tout ce que font les utilisateurs fonctionne.',
  works: 'Ce qui fonctionne',
  updates: 'Messages',
  earlier: '{n} messages plus anciens ne sont pas affichés.',
  showAll: 'Tout afficher',
  stay: 'Rester informé',
  byMail: 'Recevoir chaque message par courriel',
  mailHint: 'Vous confirmez par un lien dans un premier courriel. Chaque courriel contient un lien pour arrêter.',
  address: 'Votre adresse de courriel',
  language: 'Langue des pages derrière les liens',
  subscribe: 'S’abonner',
  noMail: 'L’envoi par courriel n’est pas configuré. Cette page se met à jour d’elle-même.',
  feed: 'Flux Atom',
  feedHint: 'Chaque message dans un lecteur de flux :',
  feedByLink:
    'Un lecteur de flux ne peut pas se connecter. La personne qui rédige les messages peut créer un lien, dont la page a un flux.',
  runBy: 'Les messages sont écrits par les personnes qui exploitent {name}.',
  times: 'Les heures sont en UTC.',
  newUpdate: 'Nouveau message',
  lost: 'Connexion perdue depuis {t}. Ce que vous voyez est peut-être ancien ; nouvel essai en cours.',
  back: 'Connexion rétablie.',
  localTime: 'chez vous',
  copyWritten: 'Ceci est une copie, écrite',
  copyLive: 'Elle ne change pas d’elle-même. La page à jour :',
  readAt: 'La console n’atteint pas ses données pour le moment. Voici ce qui était connu',
};

/** The page's own words, by language. */
export const pageWords: Record<Language, PageWords> = { en, fr };
