'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PlaceLink } from '../ui/place-link';

const places = [
  { href: '/', label: 'Situation' },
  { href: '/matrix', label: 'Matrix' },
  { href: '/incidents', label: 'Incidents' },
  { href: '/runbooks', label: 'Runbooks' },
];

function isHere(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}

/** The places of the console: in the header, and at the bottom of a phone where the thumb is. */
export function MainNav({ declare }: { declare: ReactNode }) {
  const pathname = usePathname();
  return (
    <div className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:flex max-sm:items-center max-sm:gap-2 max-sm:border-line max-sm:border-t max-sm:bg-panel max-sm:p-2">
      <nav aria-label="Main" className="flex gap-1 max-sm:min-w-0 max-sm:flex-1 max-sm:gap-0">
        {places.map(({ href, label }) => (
          <PlaceLink
            key={href}
            href={href}
            aria-current={isHere(href, pathname) ? 'page' : undefined}
            className="grid place-items-center rounded-md px-2.5 py-1.5 text-dim hover:text-text aria-[current]:bg-raise aria-[current]:text-text max-sm:min-h-12 max-sm:flex-auto max-sm:px-0.5 max-sm:text-sm"
          >
            {label}
          </PlaceLink>
        ))}
      </nav>
      <div className="sm:hidden">{declare}</div>
    </div>
  );
}
