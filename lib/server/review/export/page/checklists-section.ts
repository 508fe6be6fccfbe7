import 'server-only';
import type { Checklist } from '@/lib/domain/catalogue/catalogue';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import { html, type Markup } from '../../../kernel/html';
import { saidActor, saidTime } from './said';

/** Each checklist that was open, and what became of its steps. */
export function checklistsSection(triage: TriageState): Markup {
  const lists = triage.checklists.map((checklist) => oneList(checklist, triage));
  const none = lists.length === 0 ? html`<p>No checklist was open.</p>` : null;
  return html`<section><h2 id="checklists">Checklists</h2>${lists}${none}</section>`;
}

function oneList({ id, title, items }: Checklist, triage: TriageState): Markup {
  const steps = items.map((item) => oneStep(triage, itemKey(id, item.id), item.title));
  return html`<h3>${title}</h3><ul>${steps}</ul>`;
}

function oneStep({ ticks, skips }: TriageState, key: string, title: string): Markup {
  const tick = Object.hasOwn(ticks, key) ? ticks[key] : undefined;
  const skip = Object.hasOwn(skips, key) ? skips[key] : undefined;
  if (tick) return step(html`<strong class="good">✓ Done</strong>`, title, tick);
  if (!skip) return step(html`<strong>○ Open</strong>`, title);
  return step(html`<strong>– Skipped</strong>`, title, skip, html`<p class="typed">${skip.reason}</p>`);
}

function step(mark: Markup, title: string, settled?: { by: ActorRef; at: string }, why: Markup | null = null): Markup {
  const who = settled ? html` <span class="soft">${saidActor(settled.by)}, ${saidTime(settled.at)}</span>` : null;
  return html`<li>${mark} ${title}${who}${why}</li>
`;
}
