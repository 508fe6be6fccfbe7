'use client';

import type { RefObject } from 'react';
import { Button } from '../ui/button';
import { FindBar } from './find-bar';
import { GoToLine } from './go-to-line';
import type { useFind } from './use-find';

interface LinesHeadProps {
  find: ReturnType<typeof useFind>;
  field: RefObject<HTMLInputElement | null>;
  total: number | null;
  isWrapped: boolean;
  onWrap: (isWrapped: boolean) => void;
  onGo: (line: number) => void;
}

/** The tools above the lines. */
export function LinesHead({ find, field, total, isWrapped, onWrap, onGo }: LinesHeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-3.5 py-2 print:hidden">
      <FindBar find={find} field={field} />
      <GoToLine total={total} onGo={onGo} />
      <Button aria-pressed={isWrapped} onClick={() => onWrap(!isWrapped)} className="aria-pressed:border-accent">
        Wrap lines
      </Button>
      <span role="status" className="ml-auto text-dim text-sm">
        {total === null ? 'Counting lines…' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'line' : 'lines'}`}
      </span>
    </div>
  );
}
