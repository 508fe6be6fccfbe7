import type { ReactNode } from 'react';
import { AssumedMark } from './assumed-mark';
import { DetailSection } from './detail-section';
import { isAssumed } from './is-assumed';

interface DetailLinesProps {
  title: string;
  lines: string[];
  /** Where the lines stand in the catalogue's row: `fails`. */
  path: string;
  assumed: string[];
  children?: ReactNode;
}

/** A list of plain sentences from the catalogue. */
export function DetailLines({ title, lines, path, assumed, children }: DetailLinesProps) {
  return (
    <DetailSection title={title}>
      <ul className="grid gap-1">
        {lines.map((line, index) => (
          <li key={line}>
            {line}
            {isAssumed(assumed, `${path}.${index}`) && <AssumedMark />}
          </li>
        ))}
        {lines.length === 0 && <li className="text-dim">The catalogue does not say.</li>}
        {children}
      </ul>
    </DetailSection>
  );
}
