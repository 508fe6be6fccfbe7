'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and at the first render in the browser, true afterwards: for what only the browser knows. */
export function useIsMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
