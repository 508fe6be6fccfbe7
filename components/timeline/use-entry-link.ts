'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

function seqOfHash(): number | null {
  const seq = /^#e(\d{1,9})$/.exec(window.location.hash)?.[1];
  return seq === undefined ? null : Number(seq);
}

/** Rows on the way there get their true height only when they come near; a second look corrects for it. */
function bringIntoView(row: Element): void {
  row.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => row.scrollIntoView({ block: 'center' }));
}

/**
 * Leads to an entry and marks it: the one that the address names (`#e42`), or one that is asked for. `prepare` makes sure
 * that it is among the rows.
 */
export function useEntryLink(prepare: (seq: number) => Promise<void>) {
  const [wanted, setWanted] = useState<number | null>(null);
  const [markedSeq, setMarkedSeq] = useState<number | null>(null);
  const latest = useRef(prepare);
  useEffect(() => {
    latest.current = prepare;
  });

  const goTo = useCallback((seq: number) => {
    setMarkedSeq(seq);
    void latest.current(seq).then(() => setWanted(seq));
  }, []);

  useEffect(() => {
    const follow = () => {
      const seq = seqOfHash();
      if (seq !== null) goTo(seq);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [goTo]);

  // Without a list of what it depends on: the row may come with any later render.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const row = document.getElementById(`e${wanted}`);
    if (!row) return;
    setWanted(null);
    bringIntoView(row);
  });

  return { goTo, markedSeq };
}
