'use client';

import { useEffect } from 'react';
import { keptCopyTime } from './kept-copy-time';

interface KeepRunbooksProps {
  person: string;
  build: string;
  /** The catalogue's; other versions are thrown away. */
  version: string;
  runbookIds: string[];
}

/** First the page and what it needs; the copies are for later. */
const afterLoadMs = 3_000;

/** Has the service worker keep the library and every runbook for when the console cannot be reached. Shows nothing. */
export function KeepRunbooks({ person, build, version, runbookIds }: KeepRunbooksProps) {
  const ids = runbookIds.join(' ');
  useEffect(() => {
    // A copy knows only what was when it was made.
    if (keptCopyTime() !== null) return;
    const paths = ['/runbooks', ...ids.split(' ').map((id) => `/runbooks/${id}`)];
    const timer = setTimeout(() => void ask({ type: 'keep', person, build, version, paths }), afterLoadMs);
    return () => clearTimeout(timer);
  }, [person, build, version, ids]);
  return null;
}

async function ask(wish: object): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(wish);
  } catch {
    // A browser that refuses workers has no copies; everything else goes on.
  }
}
