'use client';

import { useId } from 'react';
import type { ChecklistItem } from '@/lib/domain/catalogue/catalogue';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import { Panel } from '../ui/panel';
import { TickedBy } from './ticked-by';

interface DraftStepsProps {
  triage: TriageState;
  onToggle: (key: string) => void;
}

interface StepProps {
  item: ChecklistItem;
  tick: TriageState['ticks'][string] | undefined;
  onToggle: () => void;
}

function Step({ item: { title, hint, links }, tick, onToggle }: StepProps) {
  const id = useId();
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-start gap-x-2.5 px-3.5 py-1.5 hover:bg-raise">
      <input
        id={id}
        type="checkbox"
        checked={Boolean(tick)}
        onChange={onToggle}
        className="tickbox mt-0.5 size-4.5 pointer-coarse:size-6"
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className={tick ? 'text-dim' : ''}>
          {title}
        </label>
        {hint && !tick && <p className="text-dim text-sm">{hint}</p>}
        {links?.map(({ label, url }) => (
          <a
            key={url}
            href={url}
            target="_blank"
            rel="noreferrer"
            className="rounded-sm text-accent text-sm hover:underline"
          >
            {label}
          </a>
        ))}
      </div>
      {tick && <TickedBy tick={tick} />}
    </li>
  );
}

/** The steps before there is an incident: only ticks, each with its time. */
export function DraftSteps({ triage, onToggle }: DraftStepsProps) {
  return triage.checklists.map((list) => (
    <Panel key={list.id} title={list.title} className="min-h-0">
      <ul className="scrolls min-h-0 overflow-y-auto py-1.5">
        {list.items.map((item) => {
          const key = itemKey(list.id, item.id);
          return <Step key={key} item={item} tick={triage.ticks[key]} onToggle={() => onToggle(key)} />;
        })}
      </ul>
    </Panel>
  ));
}
