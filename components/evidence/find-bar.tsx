'use client';

import { type KeyboardEvent, type RefObject, useId } from 'react';
import { Button } from '../ui/button';
import type { useFind } from './use-find';

interface FindBarProps {
  find: ReturnType<typeof useFind>;
  field: RefObject<HTMLInputElement | null>;
}

function said({ finding, place }: ReturnType<typeof useFind>): string {
  if (finding.state === 'none') return '';
  if (finding.state === 'asking') return 'Looking…';
  if (finding.state === 'failed') return 'Could not look. Try again.';
  const { lines, nextFrom } = finding;
  if (lines.length === 0) return nextFrom === null ? 'In no line' : `Not up to line ${nextFrom - 1}; there is more`;
  return `${place + 1} of ${lines.length}${nextFrom === null ? '' : '+'} ${lines.length === 1 ? 'line' : 'lines'}`;
}

/** Looks for words in the file; Enter goes on, Shift and Enter back. */
export function FindBar({ find, field }: FindBarProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    // Out of the field and on with n; the browser would empty it.
    if (event.key === 'Escape') {
      event.preventDefault();
      field.current?.blur();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.shiftKey) find.previous();
    else find.next();
  };
  return (
    <search className="flex flex-wrap items-center gap-1.5">
      <label htmlFor={id} className="sr-only">
        Find in the file
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        placeholder="Find  /"
        maxLength={200}
        value={find.words}
        onChange={({ target }) => find.setWords(target.value)}
        onKeyDown={onKeyDown}
        className="min-h-8.5 w-36 rounded-md border border-edge bg-bg px-2.5 py-1 placeholder:text-faint pointer-coarse:min-h-11 sm:w-52"
      />
      <Button
        aria-pressed={find.isExact}
        aria-label="Match case"
        onClick={() => find.setIsExact(!find.isExact)}
        className="aria-pressed:border-accent"
      >
        Aa
      </Button>
      <Button aria-label="Previous place" onClick={find.previous}>
        ↑
      </Button>
      <Button aria-label="Next place" onClick={find.next}>
        ↓
      </Button>
      <span role="status" className="min-w-24 text-dim text-sm">
        {said(find)}
      </span>
    </search>
  );
}
