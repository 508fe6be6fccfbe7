'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadLine, ReadPage } from '@/lib/domain/evidence/reading';
import { askForLines, type LinesAnswer } from './ask-for-lines';

const pageLines = 250;
const askAgainMs = 1_000;

/** What stands in the way of showing lines; `isFinal` when asking again changes nothing. */
export interface LinesTrouble {
  words: string;
  isFinal: boolean;
}

interface Known {
  /** Null while the lines are being counted. */
  total: number | null;
  unmaskedUntil: string | null;
  isPreparing: boolean;
  trouble: LinesTrouble | null;
}

const nothing: Known = { total: null, unmaskedUntil: null, isPreparing: true, trouble: null };

/** Lines of one file, fetched page by page as they come into view. `epoch` forgets them all: they may look different now. */
export function useLines(id: string, epoch: number) {
  const pages = useRef(new Map<number, ReadLine[] | 'coming'>());
  const [known, setKnown] = useState<Known>(nothing);
  const [, redraw] = useState(0);

  const take = useCallback((page: number, answer: LinesAnswer) => {
    if (answer.kind === 'page') {
      pages.current.set(page, answer.page.lines);
      setKnown(knownFrom(page, answer.page));
    } else {
      pages.current.delete(page);
      setKnown((before) => ({
        ...before,
        isPreparing: answer.kind === 'preparing',
        trouble: answer.kind === 'preparing' ? null : { words: answer.words, isFinal: answer.isFinal },
      }));
    }
    redraw((count) => count + 1);
  }, []);

  const want = useCallback(
    (from: number, to: number) => {
      for (let page = Math.floor((from - 1) / pageLines); page <= Math.floor((to - 1) / pageLines); page += 1) {
        if (page < 0 || pages.current.has(page)) continue;
        pages.current.set(page, 'coming');
        void askForLines(id, page * pageLines + 1, pageLines).then((answer) => take(page, answer));
      }
    },
    [id, take],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `epoch` says when to begin anew
  useEffect(() => {
    pages.current.clear();
    want(1, 1);
  }, [want, epoch]);

  const waits = known.trouble === null && (known.isPreparing || known.total === null);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => {
      // The first page says how many lines there are, as soon as they are counted.
      if (pages.current.get(0) !== 'coming') pages.current.delete(0);
      want(1, 1);
    }, askAgainMs);
    return () => clearInterval(timer);
  }, [waits, want]);

  const lineAt = (n: number): ReadLine | undefined => {
    const page = pages.current.get(Math.floor((n - 1) / pageLines));
    return page === 'coming' ? undefined : page?.[(n - 1) % pageLines];
  };
  const retry = () => {
    setKnown(nothing);
    want(1, 1);
  };
  const first = pages.current.get(0);
  const count = known.total ?? (first && first !== 'coming' ? first.length : 0);
  return { ...known, count, lineAt, want, retry };
}

function knownFrom(page: number, { lines, total, unmaskedUntil }: ReadPage): Known {
  // A short file needs no counting.
  const counted = total ?? (page === 0 && lines.length < pageLines ? lines.length : null);
  return { total: counted, unmaskedUntil, isPreparing: false, trouble: null };
}
