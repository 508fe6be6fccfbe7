import { type ReactNode, useId } from 'react';

interface PanelProps {
  /** For links that lead here. */
  id?: string;
  title: string;
  /** Quiet words at the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled section on its own ground. */
export function Panel({ id, title, aside, children, className = '' }: PanelProps) {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={`flex scroll-mt-14 flex-col rounded-lg border border-line bg-panel ${className}`}
    >
      <div className="flex flex-none items-center gap-2 border-line border-b px-3.5 py-2.5 text-xs">
        <h2 id={titleId} className="font-semibold text-dim">
          {title}
        </h2>
        {aside && <div className="ml-auto text-right font-semibold text-faint">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
