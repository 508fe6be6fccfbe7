import type { ReactNode } from 'react';

const looks = {
  loud: 'bg-down-bg text-down',
  warm: 'bg-degraded-bg text-degraded',
  quiet: 'bg-raise text-dim',
  accent: 'bg-accent-bg text-accent',
};

export type BadgeLook = keyof typeof looks;

/** A short word on its own ground. */
export function Badge({ look = 'quiet', children }: { look?: BadgeLook; children: ReactNode }) {
  return (
    <span
      className={`whitespace-nowrap rounded-md border border-current/25 px-2 py-px font-semibold text-xs ${looks[look]}`}
    >
      {children}
    </span>
  );
}
