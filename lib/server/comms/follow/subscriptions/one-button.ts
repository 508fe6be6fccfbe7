import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import { getCatalogue } from '../../../catalogue/get-catalogue';
import { html } from '../../../kernel/html';
import { pageShell } from '../page/page-shell';
import { followHeaders } from '../plain-answer';
import { fill } from './subscription-words';

interface Page {
  language: Language;
  number: string;
  title: string;
  text: string;
  /** Sends an empty form to the page's own address; null when there is nothing left to do. */
  button: string | null;
}

/** A page with one question and one button, in the subscriber's language. */
export function oneButtonAnswer({ language, number, title, text, button }: Page): Response {
  const { platform } = getCatalogue();
  const said = (words: string) => fill(words, { number, platform });
  const form = button && html`<form method="post"><button type="submit">${button}</button></form>`;
  const body = html`<header><p><b>${platform}</b></p></header><main><h1>${said(title)}</h1><p>${said(text)}</p>${form}</main>`;
  return new Response(pageShell({ language, title: said(title), body, script: null }), { headers: followHeaders });
}
