import 'server-only';
import { html, type Markup } from '../../../kernel/html';
import { dueLine } from './due-line';
import { type FollowView, languageOf } from './follow-view';
import { impactSection } from './impact-section';
import { pageShell } from './page-shell';
import { pageWords } from './page-words';
import { saidTime } from './said-time';
import { subscribeSection } from './subscribe-section';
import { updatesSection } from './updates-section';

/** The page that stakeholders follow: what happens in one sentence, what it means for users, what was said, when more comes. */
export function followPage(view: FollowView): string {
  const language = languageOf(view);
  const words = pageWords[language];
  const [newest] = view.updates;
  const sentence = newest ? `${words.phases[newest.phase]}: ${newest.headline}` : words.nothingYet;
  const body = html`<header><p><b>${view.platform}</b> · ${words.title}</p><p>${view.number}</p></header>
<main><p id="lost" class="notice" hidden></p><p id="said" class="vh" role="status" aria-live="polite"></p>
<div id="live" data-version="${versionOf(view)}" data-sentence="${sentence}">${notice(view)}<div class="now">${lead(view)}</div>${dueLine(view)}
${impactSection(view)}${updatesSection(view)}</div>
${subscribeSection(view)}</main>
<footer><p>${words.runBy.replace('{name}', view.platform)} ${words.times}</p></footer>`;
  return pageShell({
    ...{ language, title: `${sentence} · ${view.platform}`, body, isCopy: view.live === null },
    script: view.live && {
      ...{ path: view.live.path, lang: language === 'fr' ? 'fr' : 'en-GB', local: words.localTime },
      ...{ lost: words.lost, back: words.back, news: words.newUpdate },
    },
  });
}

/** A page that was served without the record is shown anew once the record is back, though nothing else changed. */
function versionOf({ updates, notice: said }: FollowView): string {
  return `${updates.length}${said?.kind === 'read' ? ' old' : ''}`;
}

function lead(view: FollowView): Markup {
  const [newest] = view.updates;
  const language = languageOf(view);
  const words = pageWords[language];
  if (!newest) {
    const waiting = view.firstDueAt ? null : html`<p>${words.nothingSentYet}</p>`;
    return html`<h1>${words.nothingYet}</h1>${waiting}`;
  }
  return html`<p><span class="phase ${newest.phase}">${words.phases[newest.phase]}</span></p><h1>${newest.headline}</h1>
<p class="soft">${words.lastUpdate} ${saidTime(newest.publishedAt, language)}</p>`;
}

function notice({ notice: said, at, ...view }: FollowView): Markup | null {
  if (!said) return null;
  const language = languageOf(view);
  const words = pageWords[language];
  if (said.kind === 'read') return html`<p class="notice">${words.readAt}: ${saidTime(said.at, language)}.</p>`;
  return html`<p class="notice">${words.copyWritten} ${saidTime(at.toISOString(), language)}. ${words.copyLive} <a href="${said.address}">${said.address}</a></p>`;
}
