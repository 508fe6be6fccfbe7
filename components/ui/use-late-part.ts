'use client';

import { useEffect, useState } from 'react';

function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: 5_000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 1_500);
  return () => clearTimeout(id);
}

/**
 * Code that the first paint does not need. It is fetched as soon as the browser is idle, so that it is there when the
 * network is not, and tried again whenever it becomes wanted. `load` must be the same function at every render.
 */
export function useLatePart<Part>(
  load: () => Promise<Part>,
  isWanted: boolean,
): { part: Part | null; hasFailed: boolean } {
  const [part, setPart] = useState<Part | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    if (part) return;
    const fetchPart = () => {
      load().then(
        (loaded) => {
          setPart(() => loaded);
          setHasFailed(false);
        },
        () => setHasFailed(true),
      );
    };
    if (!isWanted) return whenIdle(fetchPart);
    fetchPart();
  }, [load, part, isWanted]);

  return { part, hasFailed: hasFailed && isWanted && !part };
}
