'use client';

import { useEffect, useSyncExternalStore } from 'react';

/** One thing the palette can do. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** Under which heading. */
  group: string;
  /** Keys that do the same, as `useShortcuts` takes them. */
  keys?: string | undefined;
  run: () => void;
}

const none: PaletteEntry[] = [];
let offered: PaletteEntry[] = none;
const listeners = new Set<() => void>();

function offer(entries: PaletteEntry[]): void {
  offered = entries;
  for (const listener of listeners) listener();
}

/** What the page on the screen adds to the palette, as long as it is there. */
export function useOfferToPalette(entries: PaletteEntry[]): void {
  useEffect(() => {
    offer(entries);
    return () => offer(none);
  }, [entries]);
}

/** What the page on the screen has added. */
export function useOfferedEntries(): PaletteEntry[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
    () => none,
  );
}
