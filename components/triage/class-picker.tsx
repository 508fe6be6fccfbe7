'use client';

import { useState } from 'react';
import { saidSecond } from '@/lib/domain/kernel/event-words';
import type { KnownClass } from '@/lib/domain/triage/events';
import type { RankedClass } from '@/lib/domain/triage/rank-classes';
import { Button } from '../ui/button';
import { stopwatch } from '../ui/format-time';
import { Panel } from '../ui/panel';

interface ClassPickerProps {
  ranked: RankedClass[];
  known: KnownClass | null;
  /** Milliseconds until backup is called; below zero once it is time. Null when the clock does not run. */
  leftMs: number | null;
  maySet: boolean;
  /** When the suggestions were true, ISO UTC, while this page hears nothing newer; null while they are of now. */
  asOf: string | null;
  onSet: (failureClass: string, because: string) => void;
}

function Clock({ leftMs }: { leftMs: number }) {
  const isOver = leftMs <= 0;
  return (
    <span className={isOver ? 'text-down' : 'text-degraded'}>
      {isOver ? `unclassified ${stopwatch(-leftMs)} too long` : `${stopwatch(leftMs).slice(3)} to classify`}
    </span>
  );
}

const fewest = 3;

/** The symptom rows, what the live matrix suggests on top with its reason; one click sets the class and opens its runbooks. */
export function ClassPicker({ ranked, known, leftMs, maySet, asOf, onSet }: ClassPickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  if (known && !isOpen)
    return (
      <Panel title="Failure class">
        <div className="flex items-start gap-2 px-3.5 py-2">
          <p className="min-w-0 flex-1">
            <span className="font-semibold">{known.symptom}</span>
            <span className="block text-dim text-sm">usually: {known.cause}</span>
          </p>
          {maySet && (
            <Button look="bare" onClick={() => setIsOpen(true)}>
              Change
            </Button>
          )}
        </div>
      </Panel>
    );
  const shown = showsAll ? ranked : ranked.slice(0, Math.max(fewest, ranked.filter(({ because }) => because).length));
  const set = (id: string, because: string) => {
    setIsOpen(false);
    onSet(id, because);
  };
  return (
    <Panel title="What do you see?" aside={leftMs !== null && <Clock leftMs={leftMs} />}>
      {asOf && <p className="px-3.5 pt-2 text-degraded text-sm">{`Suggestions as of ${saidSecond(asOf, asOf)}`}</p>}
      <ul className="py-1">
        {shown.map(({ failureClass: { id, symptom, cause }, because }) => (
          <li key={id}>
            <button
              type="button"
              disabled={!maySet || id === known?.id}
              onClick={() => set(id, because)}
              className="grid w-full gap-0.5 px-3.5 py-1.5 text-left hover:bg-raise disabled:opacity-70"
            >
              <span className={because ? 'font-semibold' : ''}>{symptom}</span>
              <span className="text-dim text-sm">
                {because ? <span className="text-accent">suggested: {because}</span> : `usually: ${cause}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < ranked.length && (
        <Button look="bare" className="mx-2 mb-2" onClick={() => setShowsAll(true)}>
          {`All ${ranked.length} symptoms`}
        </Button>
      )}
    </Panel>
  );
}
