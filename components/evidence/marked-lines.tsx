'use client';

import { useState } from 'react';
import type { ReadLine } from '@/lib/domain/evidence/reading';
import { Button } from '../ui/button';
import { citation, type LineMark } from './line-mark';

interface MarkedLinesProps {
  name: string;
  path: string;
  mark: LineMark;
  lineAt: (n: number) => ReadLine | undefined;
  onUnmark: () => void;
}

const shownMs = 2_500;

/** The line as indented JSON; null when it is none. */
function asJson(line: ReadLine | undefined): string | null {
  if (!line || line.cut !== undefined || !/^\s*[[{]/.test(line.text)) return null;
  try {
    return JSON.stringify(JSON.parse(line.text), null, 2);
  } catch {
    return null;
  }
}

/** What can be done with the lines that somebody points at: cite them in a note, or read one as JSON. */
export function MarkedLines({ name, path, mark, lineAt, onUnmark }: MarkedLinesProps) {
  const [said, setSaid] = useState('');
  const copy = async (text: string, words: string) => {
    const done = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => words,
      () => text,
    );
    setSaid(done);
    if (done === words) setTimeout(() => setSaid(''), shownMs);
  };
  const json = mark.from === mark.to ? asJson(lineAt(mark.from)) : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t px-3.5 py-2 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <span>{mark.from === mark.to ? `Line ${mark.from}` : `Lines ${mark.from} to ${mark.to}`}</span>
        <Button
          look="go"
          onClick={() =>
            copy(citation(name, `${window.location.origin}${path}`, mark), 'Copied. Paste it into a note.')
          }
        >
          Copy as citation
        </Button>
        <Button onClick={() => copy(window.location.href, 'Copied.')}>Copy the link</Button>
        <Button look="bare" onClick={onUnmark}>
          Unmark
        </Button>
        <span role="status" className="text-dim text-sm [overflow-wrap:anywhere]">
          {said}
        </span>
      </div>
      {json !== null && (
        <details>
          <summary className="w-fit text-accent underline">Read line {mark.from} as JSON</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
          <pre tabIndex={0} className="mono mt-2 max-h-80 overflow-auto rounded-md border border-line bg-bg p-2.5">
            {json}
          </pre>
        </details>
      )}
    </div>
  );
}
