import 'server-only';
import { html, type Markup } from '../../kernel/html';
import { pagePolicy, pageShell } from './page/page-shell';

/** Headers of everything under `/follow`: whoever has the address keeps it to themselves. */
export const followHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
};

interface Said {
  status: number;
  /** In English, then in French: who reads it, nobody knows. */
  title: readonly [string, string];
  text: readonly [string, string];
  /** What can be done about it. */
  action?: Markup;
  headers?: Record<string, string>;
}

/** A page that says one thing. */
export function plainAnswer({ status, title, text, action, headers }: Said): Response {
  const part = (language: string, index: 0 | 1) =>
    html`<div lang="${language}"><h${index + 1}>${title[index]}</h${index + 1}><p>${text[index]}</p></div>`;
  const body = html`<main>${part('en', 0)}${part('fr', 1)}${action ?? null}</main>`;
  const page = pageShell({ language: 'en', title: title[0], body, script: null });
  return new Response(page, { status, headers: { ...followHeaders, ...headers } });
}

/** The same for what never was, what is over, what was taken back and what one may not see. */
export function absentAnswer(): Response {
  return plainAnswer({
    status: 404,
    title: ['There is no such page', 'Cette page n’existe pas'],
    text: [
      'The address may be mistyped, or the link has ended. Ask whoever gave it to you for a new one.',
      'L’adresse est peut-être erronée, ou le lien a pris fin. Demandez-en un nouveau à qui vous l’a donné.',
    ],
  });
}

/** While the database is away. */
export function awayAnswer(): Response {
  return plainAnswer({
    status: 503,
    title: ['Not to be reached right now', 'Indisponible pour le moment'],
    text: [
      'The page cannot be read at the moment. Try again in a minute.',
      'La page ne peut pas être lue pour le moment. Réessayez dans une minute.',
    ],
    headers: { 'retry-after': '10' },
  });
}
