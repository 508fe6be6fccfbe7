import type { ReactNode } from 'react';

/** Nothing is here, why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid gap-2 px-4 py-8 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="mx-auto max-w-prose text-dim">{children}</div>}
    </div>
  );
}
