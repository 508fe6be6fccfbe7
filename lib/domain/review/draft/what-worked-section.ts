import { responseClock } from '../../incident/response-clock';
import { itemKey } from '../../triage/triage';
import { type Brevity, type DraftSource, ofType } from './draft-source';
import { clockOf, lasted, list } from './list-section';
import { bullet, inline } from './markdown-text';
import { readNotes } from './read-notes';

/** What ended it, the steps that did, what was decided, and whether somebody was there in time. */
export function whatWorkedSection(source: DraftSource, brevity: Brevity): string {
  const { events } = source;
  const { mostTyped } = brevity;
  const ended = ofType(events, 'incident.mitigated', 'incident.resolved').map((event) =>
    event.type === 'incident.mitigated'
      ? bullet(`Mitigated at ${clockOf(event.occurredAt)} by ${inline(event.actor.name)}`, event.data.how, mostTyped)
      : bullet(`Resolved at ${clockOf(event.occurredAt)}; mitigated by`, event.data.mitigation, mostTyped),
  );
  const decided = readNotes(events, 'decision').map(({ at, by, text }) =>
    bullet(`${clockOf(at)} ${inline(by)} decided`, text, mostTyped),
  );
  return list([...answered(source), ...ended, ...gatedTicks(source), ...decided], brevity, 'Nothing recorded yet.');
}

function answered({ state, catalogue, nowMs }: DraftSource): string[] {
  const clock = catalogue && responseClock(state.incident, catalogue.severities, catalogue.calendar, nowMs);
  if (clock?.state !== 'met' || clock.metAt === null) return [];
  const spared = lasted(Date.parse(clock.dueAt) - Date.parse(clock.metAt));
  return [`- Response in time: acknowledged at ${clockOf(clock.metAt)}, ${spared} before it was due.`];
}

function gatedTicks({ state: { triage } }: DraftSource): string[] {
  return triage.checklists.flatMap((checklist) =>
    checklist.items.flatMap((item) => {
      const tick = triage.ticks[itemKey(checklist.id, item.id)];
      if (!tick || item.gate !== 'mitigation') return [];
      return [`- ${clockOf(tick.at)} ${inline(tick.by.name)} did ${inline(item.title)} (${inline(checklist.title)})`];
    }),
  );
}
