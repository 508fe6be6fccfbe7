import type { RecordedEvent } from '../../contents';
import { describeEvent } from '../../describe-event';
import type { Brevity } from './draft-source';

/** A long timeline keeps what is pinned, loud, decided or good first, then as many of the others as there is room for. */
export function leaveOut(
  events: readonly RecordedEvent[],
  pins: readonly number[],
  { mostEntries }: Brevity,
): { kept: RecordedEvent[]; left: number } {
  if (events.length <= mostEntries) return { kept: [...events], left: 0 };
  const isWeighty = (event: RecordedEvent) => pins.includes(event.seq) || describeEvent(event).tone !== 'plain';
  const ranked = [...events.filter(isWeighty), ...events.filter((event) => !isWeighty(event))];
  const chosen = new Set(ranked.slice(0, mostEntries).map(({ seq }) => seq));
  return { kept: events.filter(({ seq }) => chosen.has(seq)), left: events.length - chosen.size };
}
