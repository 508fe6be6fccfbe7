import 'server-only';
import type { Checklist } from '@/lib/domain/catalogue/catalogue';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import { html, type Markup } from './html';
import { saidActor, saidTime } from './said';

/** Each checklist that was open, and what became of its steps. */
export function checklistsSection(triage: TriageState): Markup {
  const lists = triage.checklists.map((checklist) => oneList(checklist, triage));
  const none = lists.length === 0 ? html`<p>No checklist was open.</p>` : null;
  return html`<section><h2 id="checklists">Checklists</h2>${lists}${none}</section>`;
}

function oneList({ id, title, items }: Checklist, triage: TriageState): Markup {
  const steps = items.map(
    (item) => html`<li>${became(triage, itemKey(id, item.id))} ${item.title}</li>
`,
  );
  return html`<h3>${title}</h3><ul>${steps}</ul>`;
}

function became({ ticks, skips }: TriageState, key: string): Markup {
  const tick = Object.hasOwn(ticks, key) ? ticks[key] : undefined;
  const skip = Object.hasOwn(skips, key) ? skips[key] : undefined;
  if (tick)
    return html`<strong class="good">✓ Done</strong> <span class="soft">by ${saidActor(tick.by)}, ${saidTime(tick.at)}:</span>`;
  if (!skip) return html`<strong>○ Open</strong><span class="soft">:</span>`;
  const why = `by ${saidActor(skip.by)}, because: ${skip.reason}`;
  return html`<strong>– Skipped</strong> <span class="soft">${why}, ${saidTime(skip.at)}:</span>`;
}
