import 'server-only';
import { html, type Markup } from '../../../kernel/html';
import { type FollowView, languageOf } from './follow-view';
import { pageWords } from './page-words';

/** Mail and feed, as far as they are to be had; works without scripts. */
export function subscribeSection(view: FollowView): Markup | null {
  if (!view.live) return null;
  const { path, hasFeed, hasMail } = view.live;
  const language = languageOf(view);
  const words = pageWords[language];
  const choice = (value: string, name: string) =>
    html`<option value="${value}"${value === language ? html` selected` : null} lang="${value}">${name}</option>`;
  const form = html`<form method="post" action="${path}/subscribe"><p><label for="email">${words.address}</label>
<input id="email" name="email" type="email" required maxlength="254" autocomplete="email"></p>
<p><label for="language">${words.language}</label><select id="language" name="language">${choice('en', 'English')}${choice('fr', 'Français')}</select></p>
<button type="submit">${words.subscribe}</button><p class="soft">${words.mailHint}</p></form>`;
  return html`<section aria-labelledby="mail"><h2 id="mail">${hasMail ? words.byMail : words.stay}</h2>
${hasMail ? form : html`<p>${words.noMail}</p>`}
${hasFeed ? html`<p>${words.feedHint} <a href="${path}/feed.xml" type="application/atom+xml">${words.feed}</a></p>` : html`<p class="soft">${words.feedByLink}</p>`}</section>`;
}
