import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-sm border border-line px-1.5 font-sans text-dim text-xs">{children}</kbd>;
}
