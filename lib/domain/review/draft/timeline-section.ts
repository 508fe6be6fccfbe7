import type { RecordedEvent } from '../../contents';
import { describeEvent } from '../../describe-event';
import { type Brevity, type DraftSource, ofType } from './draft-source';
import { leaveOut } from './leave-out';
import { clockOf } from './list-section';
import { bullet, inline, quote } from './markdown-text';
import { latestTexts } from './read-notes';

// Shown beside the entry they speak of, or of no interest to a reader.
const untold: readonly RecordedEvent['type'][] = [
  'timeline.entry_corrected',
  'timeline.entry_annotated',
  'timeline.entry_pinned',
  'timeline.entry_unpinned',
  'triage.item_assigned',
  'triage.item_due_set',
  'evidence.scanned',
  'evidence.viewed',
  'evidence.downloaded',
  'evidence.exported',
  'review.postmortem_owed',
  'review.postmortem_saved',
  'review.postmortem_finished',
];
const lateMs = 60_000;

type Tick = Extract<RecordedEvent, { type: 'triage.item_ticked' }>;
type Entry = RecordedEvent | Tick[];

/** Everything that matters in plain words, by when it happened, in UTC; a heading for each day. */
export function timelineSection({ state, events }: DraftSource, brevity: Brevity): string {
  const told = events
    .filter(({ type }) => !untold.includes(type))
    .sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.seq - b.seq);
  const { kept, left } = leaveOut(told, state.timeline.pins, brevity);
  const say = { texts: latestTexts(events), annotations: ofType(events, 'timeline.entry_annotated'), brevity };
  const lines: string[] = [];
  let day = '';
  for (const entry of groupTicks(kept)) {
    const { occurredAt } = first(entry);
    if (occurredAt.slice(0, 10) !== day) {
      day = occurredAt.slice(0, 10);
      lines.push(`${lines.length > 0 ? '\n' : ''}### ${day} (UTC)\n`);
    }
    lines.push(Array.isArray(entry) ? sayTicks(entry) : sayEntry(entry, say));
  }
  if (left > 0) lines.push(`\n${left} smaller entries are only in the record.`);
  return lines.join('\n');
}

function first(entry: Entry): RecordedEvent {
  return Array.isArray(entry) ? (entry[0] as Tick) : entry;
}

/** Ticks of one person that follow each other are one entry. */
function groupTicks(events: readonly RecordedEvent[]): Entry[] {
  const entries: Entry[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    const follows = Array.isArray(last) && last[0]?.actor.id === event.actor.id;
    if (event.type !== 'triage.item_ticked') entries.push(event);
    else if (follows) last.push(event);
    else entries.push([event]);
  }
  return entries;
}

function sayTicks(ticks: readonly Tick[]): string {
  const [one, last] = [ticks[0], ticks.at(-1)];
  if (!one || !last) return '';
  const who = inline(one.actor.name);
  if (ticks.length === 1) return `- ${clockOf(one.occurredAt)} ${who} ticked ${inline(one.data.title)}${lateMark(one)}`;
  const titles = ticks.map(({ data }) => inline(data.title)).join('; ');
  return `- ${clockOf(one.occurredAt)} to ${clockOf(last.occurredAt)} ${who} ticked ${ticks.length} steps: ${titles}`;
}

interface Saying {
  texts: Map<number, string>;
  annotations: Extract<RecordedEvent, { type: 'timeline.entry_annotated' }>[];
  brevity: Brevity;
}

function sayEntry(event: RecordedEvent, { texts, annotations, brevity }: Saying): string {
  const { lead, rest, detail } = describeEvent(event);
  const who = event.actor.kind === 'system' ? '' : inline(event.actor.name);
  const isNote = event.type === 'timeline.note_added';
  const words = [who, inline(`${lead}${rest}`)].filter(Boolean).join(isNote && lead ? ': ' : ' ');
  const mark = texts.has(event.seq) ? ' (corrected since)' : '';
  // The summary of a hand-over repeats what stands above it.
  const typed = event.type === 'incident.command_offered' ? null : (texts.get(event.seq) ?? detail ?? null);
  const head = `${clockOf(event.occurredAt)} ${words}${mark}${lateMark(event)}`;
  const said = bullet(head, event.type === 'incident.resolved' ? apart(event.data) : typed, brevity.mostTyped);
  const beside = annotations
    .filter(({ data }) => data.seq === event.seq)
    .map(({ actor, data }) => {
      const quoted = quote(data.text, brevity.mostTyped).replaceAll(/^/gm, '    ');
      return `\n  - ${inline(actor.name)} added:\n\n${quoted}`;
    });
  return [said, ...beside].join('\n');
}

/** Cause and cure as two paragraphs: Markdown would join their lines. */
function apart({ cause, mitigation }: { cause: string; mitigation: string }): string {
  return `Cause: ${cause}\n\nMitigated by: ${mitigation}`;
}

/** What was recorded later than it happened says so. */
function lateMark({ occurredAt, recordedAt }: RecordedEvent): string {
  return Date.parse(recordedAt) - Date.parse(occurredAt) > lateMs ? ` (recorded ${clockOf(recordedAt)})` : '';
}
