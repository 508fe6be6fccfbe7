'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type MatrixView, readView, writeView } from './matrix-view';

/** The view that the address asks for, and a way to change it that asks nothing of the server: it may be what is down. */
export function useMatrixView(functionIds: readonly string[]): {
  view: MatrixView;
  change: (part: Partial<MatrixView>) => void;
} {
  const query = useSearchParams();
  const pathname = usePathname();
  const view = useMemo(() => readView(new URLSearchParams(query), functionIds), [query, functionIds]);
  const change = (part: Partial<MatrixView>) =>
    window.history.replaceState(null, '', `${pathname}${writeView({ ...view, ...part })}`);
  return { view, change };
}
