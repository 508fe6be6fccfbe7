'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { renderMarkdown } from './render-markdown';

type Render = typeof renderMarkdown;

// One for all rows: the first that needs it has it fetched, and there are thousands of rows.
let render: Render | null = null;
let isOnItsWay = false;
const tryAgainMs = 2_000;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function fetchRender(): Promise<void> {
  if (render || isOnItsWay) return;
  isOnItsWay = true;
  try {
    ({ renderMarkdown: render } = await import('./render-markdown'));
    for (const listener of listeners) listener();
  } catch {
    // Until it can be had, text is shown as it was typed.
    setTimeout(() => listeners.size > 0 && void fetchRender(), tryAgainMs);
  } finally {
    isOnItsWay = false;
  }
}

/** What renders Markdown, once it is there; null until then, on the server, and where it is not wanted. */
export function useMarkdown(isWanted: boolean): Render | null {
  const known = useSyncExternalStore(
    subscribe,
    () => render,
    () => null,
  );
  useEffect(() => {
    if (isWanted) void fetchRender();
  }, [isWanted]);
  return isWanted ? known : null;
}
