'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'timeline-shows-local';
const changed = new EventTarget();

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  window.addEventListener('storage', listener);
  return () => {
    changed.removeEventListener('change', listener);
    window.removeEventListener('storage', listener);
  };
}

/** Remembers in this browser whether local times stand beside UTC. */
export function chooseZone(showsLocal: boolean): void {
  try {
    if (showsLocal) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice cannot be kept.
  }
  changed.dispatchEvent(new Event('change'));
}

/** True when this person wants local times beside UTC; false on the server. */
export function useShowsLocal(): boolean {
  return useSyncExternalStore(subscribe, read, () => false);
}
