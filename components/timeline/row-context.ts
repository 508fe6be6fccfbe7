'use client';

import { createContext, useContext } from 'react';
import type { Entry } from './entry';

/** What can be done with an entry. */
export type EntryAction = 'copy' | 'pin' | 'unpin' | 'annotate' | 'correct' | 'cause' | 'mitigation';

/** What all rows share. It never changes while the page is open, so that thousands of rows are drawn once. */
export interface RowContext {
  mayWrite: boolean;
  mayCorrect: (entry: Entry) => boolean;
  /** Whether it can be taken as the cause, or as what ended it. */
  mayTake: (entry: Entry) => boolean;
  onAction: (action: EntryAction, entry: Entry) => void;
}

export const Rows = createContext<RowContext>({
  mayWrite: false,
  mayCorrect: () => false,
  mayTake: () => false,
  onAction: () => {},
});

export function useRows(): RowContext {
  return useContext(Rows);
}
