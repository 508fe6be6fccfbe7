import { responseClock } from '../../incident/response-clock';
import { saidMinute } from '../../kernel/event-words';
import { measure } from '../measures';
import { type Brevity, type DraftSource, ofType } from './draft-source';
import { clockOf, lasted, list } from './list-section';
import { listSkips } from './list-skips';
import { bullet, inline } from './markdown-text';
import { updatesEntries } from './updates-entries';

const minuteMs = 60_000;
const sinceDeclared = ({ state }: DraftSource, iso: string) => Date.parse(iso) - Date.parse(state.incident.declaredAt);

/** What was late, skipped, taken back or not known for too long. */
export function whatDidNotSection(source: DraftSource, brevity: Brevity): string {
  const { mostTyped } = brevity;
  const back = ofType(source.events, 'incident.went_back').map(({ data: { from, to, reason }, occurredAt }) => {
    const word = from === 'resolved' || from === 'closed' ? 'Reopened' : 'Went back';
    return bullet(`${word} from ${from} to ${to} at ${saidMinute(occurredAt)}`, reason, mostTyped);
  });
  const skipped = listSkips(source).map(({ title, list: name, by, reason }) =>
    bullet(`${inline(by)} skipped ${inline(title)} (${inline(name)})`, reason, mostTyped),
  );
  const waived = Object.values(source.state.evidence.waived).map(({ title, by, at, reason }) =>
    bullet(`${inline(by.name)} went on without evidence at ${clockOf(at)}: ${inline(title)}`, reason, mostTyped),
  );
  const unanswered = Object.values(source.state.evidence.unanswered ?? {}).map(
    ({ title, source: service, by, at }) =>
      `- ${inline(by.name)} recorded at ${clockOf(at)} that ${inline(service)} does not answer: no ${inline(title)}`,
  );
  const entries = [...lateResponse(source), ...lateDetection(source), ...unclassified(source), ...lateRaise(source)];
  return list(
    [...entries, ...updatesEntries(source, brevity), ...waived, ...unanswered, ...back, ...skipped],
    brevity,
    'Nothing recorded. Write what got in the way.',
  );
}

function lateResponse({ state, catalogue, nowMs }: DraftSource): string[] {
  const clock = catalogue && responseClock(state.incident, catalogue.severities, catalogue.calendar, nowMs);
  if (clock?.state === 'overdue') return [`- Response missed: due ${saidMinute(clock.dueAt)}, never acknowledged.`];
  if (clock?.state !== 'late' || clock.metAt === null) return [];
  const late = lasted(Date.parse(clock.metAt) - Date.parse(clock.dueAt));
  return [`- Response missed: due ${saidMinute(clock.dueAt)}, acknowledged ${late} later.`];
}

function lateDetection({ state }: DraftSource): string[] {
  const ms = measure(state.incident.milestones, 'TTD');
  return typeof ms === 'number' && ms > 0 ? [`- Users felt it ${lasted(ms)} before it was detected.`] : [];
}

/** Rule T9: the catalogue says for how long nobody may know what it is. */
function unclassified(source: DraftSource): string[] {
  const { state, events, catalogue } = source;
  const [found] = ofType(events, 'triage.failure_class_set');
  const after = catalogue?.escalation.unclassified.afterMinutes ?? 5;
  const entries: string[] = [];
  if (!found) entries.push('- Nobody found the failure class.');
  else if (sinceDeclared(source, found.occurredAt) > after * minuteMs)
    entries.push(`- The failure class was found after ${lasted(sinceDeclared(source, found.occurredAt))}.`);
  const { backup } = state.triage;
  if (backup) entries.push(`- ${inline(backup.contact)} was called for help at ${clockOf(backup.at)}.`);
  return entries;
}

/** Raised when the response time of the higher severity had passed already: whoever it calls for was called too late. */
function lateRaise(source: DraftSource): string[] {
  return ofType(source.events, 'incident.severity_raised').flatMap(({ data: { from, to }, occurredAt }) => {
    const within = source.catalogue?.severities.find(({ id }) => id === to)?.respondWithin;
    if (typeof within !== 'object') return [];
    const ms = sinceDeclared(source, occurredAt);
    if (ms <= within.minutes * minuteMs) return [];
    return [`- Severity was raised from ${from} to ${to} only ${lasted(ms)} after the declaration.`];
  });
}
