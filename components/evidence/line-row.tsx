'use client';

import { type MouseEvent, memo } from 'react';
import { saidSize } from '@/lib/domain/evidence/describe-evidence';
import type { ReadLine } from '@/lib/domain/evidence/reading';
import { type Coloured, toSpans } from './to-spans';

interface LineRowProps {
  n: number;
  /** Undefined while it is being fetched. */
  line: ReadLine | undefined;
  words: string;
  isExact: boolean;
  isMarked: boolean;
  isFound: boolean;
  /** Reads colours; null until that part is loaded. */
  readColours: ((line: string) => Coloured[]) | null;
  onPoint: (n: number, isRange: boolean) => void;
}

function plain(text: string): Coloured[] {
  return [{ text, className: '' }];
}

/** One line with its number, which is a link to it. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { n, line, words, isExact, isMarked, isFound, readColours, onPoint } = props;
  const point = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    onPoint(n, event.shiftKey);
  };
  const parts = line && (readColours?.(line.text) ?? plain(line.text));
  return (
    <>
      <a
        href={`#L${n}`}
        onClick={point}
        className="ev-number"
        aria-label={`Line ${n}`}
        aria-current={isMarked || undefined}
      >
        {n}
      </a>
      <code className="ev-text" data-found={isFound || undefined}>
        {parts === undefined && <span className="text-faint">…</span>}
        {parts &&
          toSpans(parts, words, isExact).map(({ at, text, className }) => (
            <span key={at} className={className}>
              {text}
            </span>
          ))}
        {line?.cut !== undefined && (
          <span className="ev-cut">
            {' '}
            … cut here: this line has {saidSize(line.cut)}. Download the original for all of it.
          </span>
        )}
      </code>
    </>
  );
});
