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
  /** Words that find it beside its own. */
  keywords?: string | undefined;
  /** True for what only shows something, or opens a form; else it changes the record. */
  isView?: boolean | undefined;
  run: () => void;
}

const none: PaletteEntry[] = [];
let offered: PaletteEntry[] = none;
const bySlot = new Map<string, PaletteEntry[]>();
const listeners = new Set<() => void>();

function offer(slot: string, entries: PaletteEntry[]): void {
  bySlot.set(slot, entries);
  offered = [...bySlot.values()].flat();
  for (const listener of listeners) listener();
}

/** What the page on the screen, or a part of the frame under a slot of its own, adds to the palette while it is there. */
export function useOfferToPalette(entries: PaletteEntry[], slot = 'page'): void {
  useEffect(() => {
    offer(slot, entries);
    return () => offer(slot, none);
  }, [slot, entries]);
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
