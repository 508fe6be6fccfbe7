'use client';

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { ReadLine } from '@/lib/domain/evidence/reading';
import type { LineMark } from './line-mark';
import { LineRow } from './line-row';
import type { Coloured } from './to-spans';

/** What the tools above the list can have it do. */
export interface LineListHandle {
  show(line: number): void;
}

interface LineListProps {
  name: string;
  /** The first line of the section, and how many lines it has. */
  first: number;
  count: number;
  isWrapped: boolean;
  mark: LineMark | null;
  found: ReadonlySet<number>;
  words: string;
  isExact: boolean;
  lineAt: (n: number) => ReadLine | undefined;
  want: (from: number, to: number) => void;
  readColours: ((line: string) => Coloured[]) | null;
  onPoint: (n: number, isRange: boolean) => void;
  handle: RefObject<LineListHandle | null>;
}

const rowPx = 24;

/** A section of the lines, of which only those in view are in the page. Scrolls by itself. */
export function LineList(props: LineListProps) {
  const { name, first, count, isWrapped, want, handle } = props;
  const frame = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    overscan: 30,
    getItemKey: (index) => first + index,
  });
  const rows = useShownRows(list.getVirtualItems());
  const [from, to] = [first + (rows[0]?.index ?? 0), first + (rows.at(-1)?.index ?? 0)];
  useEffect(() => {
    if (count > 0) want(from, to);
  }, [want, from, to, count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are as high as their text, and that just changed
  useEffect(() => list.measure(), [isWrapped]);
  useImperativeHandle(handle, () => ({ show: (line) => list.scrollToIndex(line - first, { align: 'center' }) }));
  return (
    <section
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
      tabIndex={0}
      aria-label={`Lines of ${name}`}
      className="ev-frame"
      data-wrap={isWrapped || undefined}
    >
      {rows.length > 0 && (
        <ol className="ev-lines">
          <li aria-hidden="true" className="ev-gap" style={{ height: rows[0]?.start ?? 0 }} />
          {rows.map(({ index, key }) => (
            <ListRow key={key} {...props} index={index} measure={isWrapped ? list.measureElement : undefined} />
          ))}
          <li
            aria-hidden="true"
            className="ev-gap"
            style={{ height: Math.max(0, list.getTotalSize() - (rows.at(-1)?.end ?? 0)) }}
          />
        </ol>
      )}
    </section>
  );
}

/** On paper there is no frame that scrolls, and room for all rows: those that were on the screen are printed. */
function useShownRows(rows: VirtualItem[]): VirtualItem[] {
  const shown = useRef(rows);
  const isPaper = typeof window !== 'undefined' && window.matchMedia('print').matches;
  if (!isPaper) shown.current = rows;
  return shown.current;
}

interface ListRowProps extends LineListProps {
  index: number;
  measure: ((element: Element | null) => void) | undefined;
}

function ListRow({ index, measure, first, mark, found, lineAt, ...rest }: ListRowProps) {
  const n = first + index;
  const isMarked = mark !== null && n >= mark.from && n <= mark.to;
  const { words, isExact, readColours, onPoint } = rest;
  return (
    <li data-index={index} ref={measure} className="ev-line" data-marked={isMarked || undefined}>
      <LineRow line={lineAt(n)} isFound={found.has(n)} {...{ n, isMarked, words, isExact, readColours, onPoint }} />
    </li>
  );
}
