'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { UploadView } from './upload-view';
import { uploads } from './uploads';

const nothing: readonly UploadView[] = [];

/** What this browser is sending to an incident. */
export function useUploads(number: string): readonly UploadView[] {
  const all = useSyncExternalStore(uploads().subscribe, uploads().views, () => nothing);
  return useMemo(() => all.filter((view) => view.number === number), [all, number]);
}
