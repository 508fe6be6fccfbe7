'use client';

import { type KeyboardEvent, useState } from 'react';
import type { Checklist } from '@/lib/domain/catalogue/catalogue';
import { itemKey, type TriageState } from '@/lib/domain/triage/triage';
import { Panel } from '../ui/panel';
import { ChecklistRow } from './checklist-row';
import { stepAt } from './step-at';

interface ChecklistPanelProps {
  triage: TriageState;
  mayTick: boolean;
  /** Keys of the steps whose tick is not sent yet. */
  pendingKeys: ReadonlySet<string>;
  onToggle: (checklistId: string, itemId: string, isTicked: boolean) => void;
  className?: string;
}

function allKeys(checklists: Checklist[]): string[] {
  return checklists.flatMap((list) => list.items.map((item) => itemKey(list.id, item.id)));
}

function onKeys(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
  if (event.key === 'x') return event.target.click();
  const next = stepAt(event.currentTarget, event.target, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The checklists with who did what when. One stop for Tab; arrows or J and K walk, Space or X ticks. */
export function ChecklistPanel({ triage, mayTick, pendingKeys, onToggle, className = '' }: ChecklistPanelProps) {
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const keys = allKeys(triage.checklists);
  const done = keys.filter((key) => triage.ticks[key]);
  const entry = focusedKey ?? keys.find((key) => !triage.ticks[key]) ?? keys[0];
  return (
    <Panel title="Triage" aside={`${done.length} of ${keys.length}`} className={`min-h-0 ${className}`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its checkboxes bubble up */}
      <div className="scrolls min-h-0 overflow-y-auto pb-2" onKeyDown={onKeys}>
        {triage.checklists.map((list) => (
          <div key={list.id}>
            <h3 className="px-3.5 pt-2.5 pb-1 font-semibold text-dim text-xs">{list.title}</h3>
            <ul>
              {list.items.map((item) => {
                const key = itemKey(list.id, item.id);
                const tick = triage.ticks[key];
                return (
                  <ChecklistRow
                    key={key}
                    item={item}
                    tick={tick}
                    isEntry={key === entry}
                    isPending={pendingKeys.has(key)}
                    mayTick={mayTick}
                    onFocus={() => setFocusedKey(key)}
                    onToggle={() => onToggle(list.id, item.id, Boolean(tick))}
                  />
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </Panel>
  );
}
