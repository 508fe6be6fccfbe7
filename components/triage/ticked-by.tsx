import type { TriageState } from '@/lib/domain/triage/triage';
import { Time } from '../ui/time';

function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => (word[0] ? [word[0]] : []));
  const short = letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : name.slice(0, 2);
  return short.toUpperCase();
}

/** "CR 03:10": short for the eye, in full for the title and for screen readers. */
export function TickedBy({ tick }: { tick: TriageState['ticks'][string] }) {
  return (
    <span className="mono whitespace-nowrap pt-0.5 text-faint" title={`Ticked by ${tick.by.name}`}>
      <span aria-hidden="true">{initials(tick.by.name)}</span>
      <span className="sr-only">Ticked by {tick.by.name} at</span> <Time iso={tick.at} />
    </span>
  );
}
