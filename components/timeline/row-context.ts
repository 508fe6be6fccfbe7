'use client';

import { createContext, useContext } from 'react';
import type { Entry } from './entry';

/** What can be done with an entry. */
export type EntryAction = 'copy' | 'pin' | 'unpin' | 'annotate' | 'correct';

/** What all rows share. It never changes while the page is open, so that thousands of rows are drawn once. */
export interface RowContext {
  mayWrite: boolean;
  mayCorrect: (entry: Entry) => boolean;
  onAction: (action: EntryAction, entry: Entry) => void;
}

export const Rows = createContext<RowContext>({ mayWrite: false, mayCorrect: () => false, onAction: () => {} });

export function useRows(): RowContext {
  return useContext(Rows);
}
