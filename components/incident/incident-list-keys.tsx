'use client';

import { type ReactNode, useRef } from 'react';
import { useShortcuts } from '../ui/use-shortcuts';

/** J and K, or the arrows, go from one incident of the lists to the next; Enter opens it, being a link. */
export function IncidentListKeys({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const go = (step: 1 | -1) => {
    const links = [...(area.current?.querySelectorAll<HTMLAnchorElement>('th > a:first-child') ?? [])];
    const at = links.findIndex((link) => link.matches(':focus'));
    links[at < 0 ? (step === 1 ? 0 : links.length - 1) : at + step]?.focus();
  };
  useShortcuts({ j: () => go(1), k: () => go(-1), arrowdown: () => go(1), arrowup: () => go(-1) });
  return (
    <div ref={area} className="grid gap-4">
      {children}
    </div>
  );
}
