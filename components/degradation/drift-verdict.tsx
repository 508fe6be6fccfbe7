import { Mark } from '../ui/mark';
import type { Tone } from '../ui/tone';

interface DriftVerdictProps {
  count: number;
  /** How many of the four things could not be looked at. */
  unseen: number;
}

function wordsOf({ count, unseen }: DriftVerdictProps): { tone: Tone; words: string } {
  if (count > 0) {
    return { tone: 'degraded', words: count === 1 ? '1 thing does not agree.' : `${count} things do not agree.` };
  }
  if (unseen > 0) return { tone: 'unknown', words: 'What was looked at agrees; not everything was.' };
  return { tone: 'ok', words: 'All clear: the matrix matches reality.' };
}

/** The report in a sentence; never says more than was looked at. */
export function DriftVerdict(props: DriftVerdictProps) {
  const { tone, words } = wordsOf(props);
  return (
    <p className="flex items-center gap-2.5 font-semibold text-md">
      <Mark tone={tone} className="size-4" />
      {words}
    </p>
  );
}
