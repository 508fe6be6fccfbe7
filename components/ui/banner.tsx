import type { ReactNode } from 'react';

const looks = {
  warn: 'border-degraded bg-degraded-bg',
  bad: 'border-down bg-down-bg',
  tell: 'border-accent bg-accent-bg',
};

/** One calm line across the page. It is spoken when it stands inside a live region that was there before it. */
export function Banner({ look, children }: { look: keyof typeof looks; children: ReactNode }) {
  return (
    <div className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-l-3 px-4 py-2 sm:px-5 ${looks[look]}`}>
      {children}
    </div>
  );
}
