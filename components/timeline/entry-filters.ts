import { describeEvent, sayEvent } from '@/lib/domain/describe-event';
import { isQuiet } from '@/lib/domain/is-quiet';
import type { Entry } from './entry';

/** What can be shown, in the order of the choice. */
export const filterWords = {
  all: 'All',
  decisions: 'Decisions',
  notes: 'Notes',
  health: 'Health',
  checklist: 'Checklist',
  updates: 'Updates, and where they arrived',
  evidence: 'Evidence and custody',
  people: 'Who does what',
  mine: 'By me',
  everything: 'Everything, asides too',
} as const;

export type FilterName = keyof typeof filterWords;

export const filterNames = Object.keys(filterWords) as FilterName[];

/** The filters under which somebody who follows can find anything (rule A11). */
export const publicFilters: readonly FilterName[] = ['all', 'decisions', 'health', 'checklist', 'updates', 'people'];

const aboutHealth = /^timeline\.(service_|sight_|watch_)/;
const aboutPeople = /^incident\.(command_|role_)/;

function isDecision({ event }: Entry): boolean {
  return describeEvent(event).tone === 'decision' || event.type === 'incident.severity_raised';
}

/** True when the entry belongs under this filter; `personId` is who looks. */
export function isShown(filter: FilterName, entry: Entry, personId: string): boolean {
  if (filter === 'everything') return true;
  if (entry.isAside) return false;
  const { type, actor } = entry.event;
  if (isQuiet(entry.event) && filter !== 'evidence' && filter !== 'updates') return false;
  switch (filter) {
    case 'all':
      return true;
    case 'decisions':
      return isDecision(entry);
    case 'notes':
      return type === 'timeline.note_added';
    case 'health':
      return aboutHealth.test(type);
    case 'checklist':
      return type.startsWith('triage.');
    case 'updates':
      return type.startsWith('comms.');
    case 'evidence':
      return type.startsWith('evidence.');
    case 'people':
      return aboutPeople.test(type);
    case 'mine':
      return actor.id === personId;
  }
}

/** How many entries each filter shows. */
export function countByFilter(entries: readonly Entry[], personId: string): Record<FilterName, number> {
  const counts = Object.fromEntries(filterNames.map((name) => [name, 0])) as Record<FilterName, number>;
  for (const entry of entries) for (const name of filterNames) if (isShown(name, entry, personId)) counts[name] += 1;
  return counts;
}

// An event never changes, so its words are made once however often somebody types another letter.
const saidOnce = new WeakMap<Entry['event'], string>();

function wordsOf(event: Entry['event']): string {
  const known = saidOnce.get(event);
  if (known !== undefined) return known;
  const said = sayEvent(event).toLowerCase();
  saidOnce.set(event, said);
  return said;
}

/** True when every word of `find` stands in the entry, its corrections or its annotations. `find` is in lower case. */
export function isFound(find: string, { event, correction, annotations }: Entry): boolean {
  if (find === '') return true;
  const texts = [event, ...(correction ? [correction] : []), ...annotations].map(wordsOf);
  return find.split(/\s+/).every((word) => texts.some((text) => text.includes(word)));
}
