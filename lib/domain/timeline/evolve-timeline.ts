import type { Fact, Recorded } from '../kernel/event';
import type { TimelineState } from './timeline';

const mostRecent = 5;
const longestWords = 200;

/** Folds one event into the pins and the last facts; `words` is how people say it, empty for what is not worth telling. */
export function evolveTimeline(state: TimelineState | null, event: Recorded<Fact>, words: string): TimelineState {
  const known = state ?? { pins: [], recent: [] };
  return { pins: pinsAfter(known.pins, event), recent: recentAfter(known.recent, event, words) };
}

function pinsAfter(pins: number[], { type, data }: Recorded<Fact>): number[] {
  if (type === 'timeline.entry_pinned') return [...pins, (data as { seq: number }).seq];
  if (type === 'timeline.entry_unpinned') return pins.filter((seq) => seq !== (data as { seq: number }).seq);
  return pins;
}

function recentAfter(recent: TimelineState['recent'], event: Recorded<Fact>, words: string): TimelineState['recent'] {
  if (words === '') return recent;
  return [...recent, { seq: event.seq, at: event.occurredAt, words: shortened(words) }].slice(-mostRecent);
}

/** Cut between characters: half of one could not be stored. */
function shortened(words: string): string {
  if (words.length <= longestWords) return words;
  const characters = Array.from(words.slice(0, 2 * longestWords));
  return `${characters.slice(0, longestWords - 1).join('')}…`;
}
