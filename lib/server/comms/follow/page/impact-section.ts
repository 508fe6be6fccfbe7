import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import type { ComponentStatus } from '@/lib/domain/health/health';
import { html, type Markup } from '../../../kernel/html';
import type { Publication } from '../publications';
import { type FollowView, languageOf } from './follow-view';
import { pageWords } from './page-words';
import { saidTime } from './said-time';

const worstFirst: readonly ComponentStatus[] = ['down', 'degraded', 'unknown', 'disabled', 'ok'];

/** What users can and cannot do, as the newest update has it: shape, word and colour, the worst first. */
export function impactSection(view: FollowView): Markup | null {
  const [newest] = view.updates;
  if (!newest) return null;
  const language = languageOf(view);
  const words = pageWords[language];
  const said = Object.entries(newest.components)
    .map(([id, status]) => ({ status, name: view.functionName(id, language) }))
    .sort((a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status) || a.name.localeCompare(b.name));
  if (said.length === 0) return null;
  const affected = said.filter(({ status }) => status !== 'ok');
  const fine = said.filter(({ status }) => status === 'ok');
  return html`<section aria-labelledby="impact"><h2 id="impact">${words.impact}</h2>
<p class="soft">${words.asOf} ${saidTime(newest.at, language)}${checked(newest, language)}</p>
${affected.length === 0 ? html`<p>${words.allWorks}</p>` : list(affected, language)}</section>
${fine.length > 0 ? html`<section aria-labelledby="works"><h2 id="works">${words.works}</h2>${list(fine, language)}</section>` : null}`;
}

/** When the platform was looked at for this, and by how many probes; nothing for updates of older releases. */
function checked({ checked: by }: Publication, language: Language): string | null {
  if (!by) return null;
  const words = pageWords[language];
  const [one, many] = words.checked;
  return (by.probes === 1 ? one : many).replace('{t}', by.at.slice(11, 19)).replace('{n}', String(by.probes));
}

function list(said: readonly { status: ComponentStatus; name: string }[], language: Language): Markup {
  const rows = said.map(
    ({ status, name }) =>
      html`<li>${mark(status)}<b>${name}</b> <span class="${status}">${pageWords[language].statuses[status]}</span></li>`,
  );
  return html`<ul class="impact">${rows}</ul>`;
}

/** The shapes that the console has too: circle, diamond, square, dashed ring. */
const shapes: Record<ComponentStatus, Markup> = {
  ok: html`<circle cx="6" cy="6" r="5"/>`,
  degraded: html`<path d="M6 0l6 6-6 6-6-6z"/>`,
  down: html`<rect x=".5" y=".5" width="11" height="11" rx="1.5"/>`,
  disabled: html`<path d="M1 5h10v2H1z"/>`,
  unknown: html`<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.4 2"/>`,
};

function mark(status: ComponentStatus): Markup {
  return html`<svg class="${status}" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">${shapes[status] ?? null}</svg>`;
}
