'use client';

import { useLink } from './use-link';

/** Since when this page hears nothing from the console, epoch ms on its clock (null: it never did); undefined while it does. */
export function useSilence(): number | null | undefined {
  const { state, lastHeardMs } = useLink();
  return state === 'silent' || state === 'offline' ? lastHeardMs : undefined;
}
