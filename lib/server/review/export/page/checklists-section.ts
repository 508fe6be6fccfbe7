import 'server-only';
import type { Checklist, ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import type { ActorRef } from '@/lib/domain/kernel/event';
import type { RecordState } from '@/lib/domain/record-state';
import { notNeeded, type StepFacts } from '@/lib/domain/triage/step-need';
import { itemKey } from '@/lib/domain/triage/triage';
import { html, type Markup } from '../../../kernel/html';
import { saidActor, saidTime } from './said';

/** Each checklist that was open, and what became of its steps by `asOf`, ISO UTC: when the record was last written to. */
export function checklistsSection({ incident, triage }: RecordState, asOf: string): Markup {
  const facts = { incident, triage, nowMs: Date.parse(asOf), live: [] };
  const lists = triage.checklists.map((checklist) => oneList(checklist, facts));
  const none = lists.length === 0 ? html`<p>No checklist was open.</p>` : null;
  return html`<section><h2 id="checklists">Checklists</h2>${lists}${none}</section>`;
}

function oneList({ id, title, items }: Checklist, facts: StepFacts): Markup {
  const steps = items.map((item) => oneStep(facts, itemKey(id, item.id), item));
  return html`<h3>${title}</h3><ul>${steps}</ul>`;
}

function oneStep(facts: StepFacts, key: string, item: ChecklistItem): Markup {
  const { title, question } = item;
  const { ticks, skips, answers } = facts.triage;
  const tick = Object.hasOwn(ticks, key) ? ticks[key] : undefined;
  const skip = Object.hasOwn(skips, key) ? skips[key] : undefined;
  const answer = question && Object.hasOwn(answers, question.id) ? answers[question.id]?.answer : undefined;
  const said = answer === undefined ? null : html`<p class="typed">${answer}</p>`;
  if (tick) return step(html`<strong class="good">✓ Done</strong>`, title, tick, said);
  if (skip) return step(html`<strong>– Skipped</strong>`, title, skip, html`<p class="typed">${skip.reason}</p>`);
  const reason = notNeeded(item, facts);
  if (reason === null) return step(html`<strong>○ Open</strong>`, title);
  return step(html`<strong>– Not needed</strong>`, title, undefined, html`<p>${reason}</p>`);
}

function step(mark: Markup, title: string, settled?: { by: ActorRef; at: string }, why: Markup | null = null): Markup {
  const who = settled ? html` <span class="soft">${saidActor(settled.by)}, ${saidTime(settled.at)}</span>` : null;
  return html`<li>${mark} ${title}${who}${why}</li>
`;
}
