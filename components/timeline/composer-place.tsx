import type { ReactNode } from 'react';

/** Where notes are written: below the timeline, as its foot; on a phone right under NOW. */
export function ComposerPlace({ children }: { children: ReactNode }) {
  return (
    <section
      id="write-note"
      aria-label="Write a note"
      className="no-print scroll-mt-14 rounded-lg border border-line bg-panel p-3.5 max-md:order-first md:col-start-2 md:rounded-t-none"
    >
      {children}
    </section>
  );
}
