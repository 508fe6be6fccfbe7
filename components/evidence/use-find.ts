'use client';

import { useEffect, useRef, useState } from 'react';
import { askWhereIs } from './ask-for-lines';

type Finding =
  | { state: 'none' }
  | { state: 'asking' }
  | { state: 'failed' }
  | { state: 'found'; lines: number[]; nextFrom: number | null };

const typingMs = 250;

/** What is looked for in one file, where it was found, and which of the places is the current one. */
export function useFind(id: string, epoch: number, goTo: (line: number) => void) {
  const [words, setWords] = useState('');
  const [isExact, setIsExact] = useState(false);
  const { finding, setFinding, place, setPlace, asked } = useFirstPlaces(id, epoch, { words, isExact }, goTo);

  const goOn = async (lines: number[], nextFrom: number) => {
    const mine = asked.current;
    const found = mine && (await askWhereIs(id, { words, isExact, from: nextFrom }, mine.signal));
    if (!found || mine.signal.aborted) return;
    const all = [...lines, ...found.lines];
    setFinding({ state: 'found', lines: all, nextFrom: found.nextFrom });
    show(all, lines.length);
  };
  const show = (lines: number[], next: number) => {
    const line = lines[next];
    if (line === undefined) return;
    setPlace(next);
    goTo(line);
  };
  const step = (by: 1 | -1) => {
    if (finding.state !== 'found') return;
    const { lines, nextFrom } = finding;
    if (place + by >= lines.length && nextFrom !== null) void goOn(lines, nextFrom);
    else show(lines, (place + by + lines.length) % Math.max(1, lines.length));
  };

  return { words, setWords, isExact, setIsExact, finding, place, next: () => step(1), previous: () => step(-1) };
}

interface Sought {
  words: string;
  isExact: boolean;
}

/** Looks anew whenever something else is looked for, and goes to the first place. */
function useFirstPlaces(id: string, epoch: number, { words, isExact }: Sought, goTo: (line: number) => void) {
  const [finding, setFinding] = useState<Finding>({ state: 'none' });
  const [place, setPlace] = useState(-1);
  const asked = useRef<AbortController | null>(null);
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `epoch` says that masks have come or gone
  useEffect(() => {
    setPlace(-1);
    if (words === '') return setFinding({ state: 'none' });
    setFinding({ state: 'asking' });
    const mine = new AbortController();
    asked.current = mine;
    const timer = setTimeout(async () => {
      const found = await askWhereIs(id, { words, isExact, from: 1 }, mine.signal);
      if (mine.signal.aborted) return;
      setFinding(found ? { state: 'found', ...found } : { state: 'failed' });
      const line = found?.lines[0];
      if (line === undefined) return;
      setPlace(0);
      latest.current(line);
    }, typingMs);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [id, words, isExact, epoch]);
  return { finding, setFinding, place, setPlace, asked };
}
