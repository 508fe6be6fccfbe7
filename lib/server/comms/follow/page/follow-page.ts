import 'server-only';
import { html, type Markup } from '../../../kernel/html';
import { pageVersion } from '../publications';
import { dueLine } from './due-line';
import { type FollowView, languageOf } from './follow-view';
import { impactSection } from './impact-section';
import { pageShell } from './page-shell';
import { pageWords } from './page-words';
import { saidSpan } from './said-span';
import { saidTime } from './said-time';
import { subscribeSection } from './subscribe-section';
import { updatesSection } from './updates-section';

/** The page that stakeholders follow: what happens in one sentence, what it means for users, what was said, when more comes. */
export function followPage(view: FollowView): string {
  const language = languageOf(view);
  const words = pageWords[language];
  const [newest] = view.updates;
  const sentence = newest ? `${words.phases[newest.phase]}: ${newest.headline}` : words.nothingYet;
  const body = html`<header><p><b>${view.platform}</b> · ${words.title}</p><p>${view.number}${back(view)}</p></header>
<main><p id="lost" class="notice" hidden></p><p id="said" class="vh" role="status" aria-live="polite"></p>
<div id="live" data-version="${versionOf(view)}" data-sentence="${sentence}">${notice(view)}<div class="now">${lead(view)}</div>${dueLine(view)}
${impactSection(view)}${updatesSection(view)}</div>
${subscribeSection(view)}</main>
<footer><p>${words.runBy.replace('{name}', view.platform)} ${words.times}</p>${paperLine(view)}</footer>`;
  return pageShell({
    ...{ language, title: `${sentence} · ${view.platform}`, body, isCopy: view.live === null },
    script: view.live && {
      ...{ path: view.live.path, lang: language === 'fr' ? 'fr' : 'en-GB', local: words.localTime },
      ...{ lost: words.lost, back: words.back, news: words.newUpdate },
    },
  });
}

/** A page that was served without the record is shown anew once the record is back, though nothing else changed. */
function versionOf({ updates, isOverUntold, notice: said }: FollowView): string {
  return `${pageVersion({ version: updates.length, isOverUntold })}${said?.kind === 'read' ? ' old' : ''}`;
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
<p class="soft">${words.lastUpdate} ${saidTime(newest.publishedAt, language)}${age(newest.publishedAt, words.ago, view)}</p>
${lasting(view)}${view.isOverUntold ? html`<p class="notice">${words.overUntold.replace('{name}', view.platform)}</p>` : null}`;
}

/** Since when users feel it, and how long; once it is over, how long it was. */
function lasting(view: FollowView): Markup | null {
  if (!view.lasting) return null;
  const { since, until } = view.lasting;
  const language = languageOf(view);
  const words = pageWords[language];
  if (until === null)
    return html`<p class="soft">${words.since} ${saidTime(since, language)}${age(since, words.lasts, view)}</p>`;
  const span = words.lasted.replace('{d}', saidSpan(Date.parse(until) - Date.parse(since), language));
  return html`<p class="soft">${words.began} ${saidTime(since, language)}${span}</p>`;
}

/** How long ago that is; the script counts on. Not on a copy, which is read at any time. */
function age(iso: string, say: string, view: FollowView): Markup | null {
  if (view.notice?.kind === 'copy') return null;
  const span = saidSpan(view.at.getTime() - Date.parse(iso), languageOf(view));
  return html`<span data-since="${iso}" data-say="${say}">${say.replace('{d}', span)}</span>`;
}

function back({ live, ...view }: FollowView): Markup | null {
  if (!live?.consolePath) return null;
  return html` · <a href="${live.consolePath}">${pageWords[languageOf(view)].toConsole}</a>`;
}

/** On paper only: from where and of when it is. */
function paperLine(view: FollowView): Markup {
  const language = languageOf(view);
  const words = pageWords[language];
  return html`<p class="paper">${words.paper} ${view.address} · ${words.dataOf} ${saidTime(view.at.toISOString(), language)}<span id="printed" data-say="${words.printed}"></span></p>`;
}

function notice({ notice: said, at, ...view }: FollowView): Markup | null {
  if (!said) return null;
  const language = languageOf(view);
  const words = pageWords[language];
  if (said.kind === 'read') return html`<p class="notice">${words.readAt}: ${saidTime(said.at, language)}.</p>`;
  return html`<p class="notice">${words.copyWritten} ${saidTime(at.toISOString(), language)}. ${words.copyLive} <a href="${view.address}">${view.address}</a></p>`;
}
