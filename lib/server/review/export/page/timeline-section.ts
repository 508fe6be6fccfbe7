import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import { describeEvent } from '@/lib/domain/describe-event';
import { isQuiet } from '@/lib/domain/is-quiet';
import { html, type Markup } from '../../../kernel/html';
import { saidTime } from './said';

/** What happened, in the order it was recorded; who had files in hand stands with the files, and where updates arrived is left out. */
export function timelineSection(events: readonly RecordedEvent[]): Markup {
  const told = events.filter((event) => !isQuiet(event));
  return html`<section><h2 id="timeline">Timeline</h2><ol>${told.map(entry)}</ol></section>`;
}

const lateMs = 60_000;

function entry(event: RecordedEvent): Markup {
  const { lead, rest, detail, tone } = describeEvent(event);
  const who = event.actor.kind === 'system' ? '' : `${event.actor.name} `;
  const isLate = Date.parse(event.recordedAt) - Date.parse(event.occurredAt) > lateMs;
  const late = isLate ? html` <span class="soft">(written down ${saidTime(event.recordedAt)})</span>` : null;
  const words = html`${who}<strong class="${tone}">${lead}</strong>${rest}`;
  const typed = detail ? html`<p class="typed">${detail}</p>` : null;
  return html`<li class="entry" id="e${event.seq}"><span>${saidTime(event.occurredAt)} <span class="soft">#${event.seq}</span></span><div>${words}${late}${typed}</div></li>
`;
}
