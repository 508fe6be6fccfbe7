'use client';

import type { ReactNode } from 'react';
import type { NowLine } from '@/lib/domain/triage/now-line';

/** The next best action, why, and its buttons. Spoken when it changes. */
export function NowBar({ line, children }: { line: NowLine; children: ReactNode }) {
  return (
    <section
      aria-labelledby="now"
      data-rule={line.rule}
      className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-accent bg-accent-bg px-4 py-2"
    >
      <h2 id="now" className="font-semibold text-accent text-sm tracking-wide">
        NOW
      </h2>
      <div role="status" className="min-w-0 flex-1 basis-72">
        <p className="font-semibold text-md leading-snug">{line.say}</p>
        <p className="text-dim text-sm">{line.why}</p>
      </div>
      <div className="no-print flex flex-wrap gap-2 empty:hidden">{children}</div>
    </section>
  );
}
