import 'server-only';
import { html, type Markup } from '../../../kernel/html';
import { type FollowView, languageOf } from './follow-view';
import { pageWords } from './page-words';
import { saidTime } from './said-time';

const minuteMs = 60_000;
// The script counts in hours from there too.
const mostMinutes = 90;

/** By when the next update comes; that it is late is said as plainly. The script counts on from `data-` words. */
export function dueLine(view: FollowView): Markup | null {
  const [newest] = view.updates;
  const language = languageOf(view);
  const words = pageWords[language];
  if (newest?.phase === 'resolved' && !newest.nextUpdateAt) return html`<p class="due">${words.over}</p>`;
  const dueAt = newest ? newest.nextUpdateAt : view.firstDueAt;
  if (!dueAt) return newest ? html`<p class="due">${words.noPromise}</p>` : null;
  const [due, late] = newest ? [words.due, words.late] : [words.firstDue, words.firstLate];
  // A copy is read at any time: it says the time, and nothing that only holds now.
  if (view.notice?.kind === 'copy') return html`<p class="due">${due} ${saidTime(dueAt, language)}</p>`;
  const isLate = Date.parse(dueAt) <= view.at.getTime();
  return html`<p class="due${isLate ? ' late' : ''}" data-at="${dueAt}" data-due="${due}" data-late="${late}" data-min="${words.inMinutes}" data-hours="${words.inHours}"><span>${isLate ? late : due}</span> ${saidTime(dueAt, language)}<span>${isLate ? '' : `, ${remaining(dueAt, view)}`}</span></p>`;
}

function remaining(dueAt: string, view: FollowView): string {
  // What is served from the cache may be a minute old: the last minute is never said as none.
  const minutes = Math.max(1, Math.ceil((Date.parse(dueAt) - view.at.getTime()) / minuteMs));
  const words = pageWords[languageOf(view)];
  if (minutes > mostMinutes) return words.inHours.replace('{h}', String(Math.round(minutes / 60)));
  return words.inMinutes.replace('{m}', String(minutes));
}
