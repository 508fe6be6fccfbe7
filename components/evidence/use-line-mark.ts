'use client';

import { useEffect, useRef, useState } from 'react';
import { type LineMark, markHash, readMark } from './line-mark';

/** The lines that the address points at, and how to point at others. `show` brings one into view. */
export function useLineMark(show: (line: number) => void) {
  const [mark, setMark] = useState<LineMark | null>(null);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    const read = () => {
      const found = readMark(window.location.hash);
      setMark(found);
      if (found) latest.current(found.from);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const set = (next: LineMark | null) => {
    setMark(next);
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', `${pathname}${search}${next ? markHash(next) : ''}`);
  };
  const point = (n: number, isRange: boolean) => {
    const start = isRange && mark ? mark.from : n;
    set({ from: Math.min(start, n), to: Math.max(start, n) });
  };
  const goTo = (line: number) => {
    set({ from: line, to: line });
    show(line);
  };
  return { mark, point, goTo, unmark: () => set(null) };
}
