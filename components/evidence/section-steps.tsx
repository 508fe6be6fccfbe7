'use client';

import { Button } from '../ui/button';
import { sectionLines } from './use-way';

interface SectionStepsProps {
  section: number;
  /** Lines in all. */
  count: number;
  /** Called with the first line of the section to show. */
  onStep: (line: number) => void;
}

/** A very long file is shown in sections; which one this is, and the way to its neighbours. */
export function SectionSteps({ section, count, onStep }: SectionStepsProps) {
  const sections = Math.ceil(count / sectionLines);
  if (sections < 2) return null;
  const [from, to] = [section * sectionLines + 1, Math.min(count, (section + 1) * sectionLines)];
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-t px-3.5 py-2 print:hidden">
      <Button disabled={section === 0} onClick={() => onStep((section - 1) * sectionLines + 1)}>
        Lines before
      </Button>
      <span className="text-dim text-sm">
        Lines {from.toLocaleString('en-GB')} to {to.toLocaleString('en-GB')} of {count.toLocaleString('en-GB')}
      </span>
      <Button disabled={section >= sections - 1} onClick={() => onStep((section + 1) * sectionLines + 1)}>
        Lines after
      </Button>
    </div>
  );
}
