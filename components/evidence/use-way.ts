'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { LineListHandle } from './line-list';

/** More lines at once would be higher than browsers can scroll. */
export const sectionLines = 400_000;

/** Which section of a long file is shown, and the way to any line: it may be in another one, or not counted yet. */
export function useWay(count: number, list: RefObject<LineListHandle | null>) {
  const [section, setSection] = useState(0);
  const [goal, setGoal] = useState<number | null>(null);
  const first = section * sectionLines + 1;
  const inSection = Math.max(0, Math.min(sectionLines, count - first + 1));
  useEffect(() => {
    if (goal === null || goal < first || goal >= first + inSection) return;
    list.current?.show(goal);
    setGoal(null);
  }, [goal, first, inSection, list]);
  const show = (line: number) => {
    setSection(Math.floor((line - 1) / sectionLines));
    setGoal(line);
  };
  return { section, first, inSection, show };
}
