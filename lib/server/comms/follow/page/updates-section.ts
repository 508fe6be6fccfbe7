import 'server-only';
import { html, type Markup } from '../../../kernel/html';
import type { Publication } from '../publications';
import { type FollowView, languageOf } from './follow-view';
import { pageWords } from './page-words';
import { saidTime } from './said-time';

/** As many as a page shows that has to arrive on a phone with a bad line. */
const mostShown = 30;

/** What was sent, newest first, each in its own language. */
export function updatesSection(view: FollowView): Markup | null {
  const { updates, isWhole } = view;
  if (updates.length === 0) return null;
  const language = languageOf(view);
  const words = pageWords[language];
  const shown = isWhole ? updates : updates.slice(0, mostShown);
  const more = updates.length - shown.length;
  const all = view.live && html` <a href="${view.live.path}?all=1">${words.showAll}</a>`;
  return html`<section aria-labelledby="updates"><h2 id="updates">${words.updates}</h2>
<ol class="updates">${shown.map((update) => entry(update, language))}</ol>
${more > 0 ? html`<p>${words.earlier.replace('{n}', String(more))}${all}</p>` : null}</section>`;
}

function entry({ updateId, phase, language, subject, body, publishedAt }: Publication, around: string): Markup {
  const words = pageWords[language];
  const heading = subject ? html`<span class="subject">${subject}</span>` : null;
  const own = language === around ? null : html` lang="${language}"`;
  return html`<li id="u-${updateId}"${own}><h3><span class="phase ${phase}">${words.phases[phase]}</span> ${saidTime(publishedAt, language)}</h3>
${heading}<p class="text">${body.trim()}</p></li>`;
}
