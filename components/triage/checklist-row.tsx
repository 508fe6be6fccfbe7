'use client';

import { useId } from 'react';
import type { ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import type { TriageState } from '@/lib/domain/triage/triage';
import { TickedBy } from './ticked-by';

interface ChecklistRowProps {
  item: ChecklistItem;
  tick: TriageState['ticks'][string] | undefined;
  /** True for the one step that Tab reaches. */
  isEntry: boolean;
  isPending: boolean;
  mayTick: boolean;
  onFocus: () => void;
  onToggle: () => void;
}

function Links({ links }: { links: NonNullable<ChecklistItem['links']> }) {
  return (
    <p className="flex flex-wrap gap-x-3">
      {links.map(({ label, url }) => (
        <a
          key={url}
          href={url}
          target="_blank"
          rel="noreferrer"
          className="rounded-sm text-accent text-sm hover:underline pointer-coarse:py-2"
        >
          {label}
        </a>
      ))}
    </p>
  );
}

/** One step: what to do, how, and who did it when. */
export function ChecklistRow({ item, tick, isEntry, isPending, mayTick, onFocus, onToggle }: ChecklistRowProps) {
  const id = useId();
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-start gap-x-2.5 px-3.5 py-1.5 hover:bg-raise">
      <input
        id={id}
        type="checkbox"
        checked={Boolean(tick)}
        onChange={onToggle}
        onFocus={onFocus}
        disabled={!mayTick}
        tabIndex={isEntry ? 0 : -1}
        aria-describedby={`${id}-more`}
        className="tickbox mt-0.5 size-4.5 pointer-coarse:size-6"
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className={tick ? 'text-dim' : ''}>
          {item.title}
        </label>
        <div id={`${id}-more`} className="grid gap-0.5 empty:hidden">
          {item.hint && !tick && <p className="text-dim text-sm">{item.hint}</p>}
          {isPending && <p className="after-a-blink text-degraded text-sm">not sent yet</p>}
        </div>
        {item.links && <Links links={item.links} />}
      </div>
      {tick && <TickedBy tick={tick} />}
    </li>
  );
}
