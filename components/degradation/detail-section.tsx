import type { ReactNode } from 'react';

/** One titled part of an open row. */
export function DetailSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid min-w-0 content-start gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold text-dim text-xs">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
