'use client';

import { useSyncExternalStore } from 'react';
import { getLink, type Link, subscribeLink } from './link-store';

const atFirst: Link = { state: 'connecting', lastHeardMs: null, newVersion: false, signedOut: false };

/** How this page hears from the server; re-renders when that changes. */
export function useLink(): Link {
  return useSyncExternalStore(subscribeLink, getLink, () => atFirst);
}
