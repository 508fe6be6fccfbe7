'use client';

import { useState } from 'react';
import { saidSecond } from '@/lib/domain/kernel/event-words';
import type { KnownClass } from '@/lib/domain/triage/events';
import type { RankedClass } from '@/lib/domain/triage/rank-classes';
import { Button } from '../ui/button';
import { Panel } from '../ui/panel';
import { ClassClock } from './class-clock';
import { classesId } from './go-to-classes';
import { KnownClassPanel } from './known-class-panel';
import type { OpenableList } from './search-checklists';

interface ClassPickerProps {
  ranked: RankedClass[];
  known: KnownClass | null;
  /** True once somebody found that none fits. */
  noneFits?: boolean;
  /** Runbooks of the class that are not open, and how they are opened. */
  also?: readonly OpenableList[];
  onOpen?: (checklistId: string) => void;
  /** Milliseconds until backup is called; below zero once it is time. Null when the clock does not run. */
  leftMs: number | null;
  maySet: boolean;
  /** When the suggestions were true, ISO UTC, while this page hears nothing newer; null while they are of now. */
  asOf: string | null;
  onSet: (failureClass: string, because: string) => void;
  /** Says that none fits; absent where nobody can say so yet. */
  onNone?: () => void;
}

const fewest = 3;

interface SymptomsProps extends Pick<ClassPickerProps, 'known' | 'maySet' | 'onSet'> {
  shown: RankedClass[];
}

function Symptoms({ shown, known, maySet, onSet }: SymptomsProps) {
  return (
    <ul id={classesId} className="py-1">
      {shown.map(({ failureClass: { id, symptom, cause }, because }) => (
        <li key={id}>
          <button
            type="button"
            disabled={!maySet || id === known?.id}
            onClick={() => onSet(id, because)}
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
  );
}

/** The symptom rows, what the live matrix suggests on top with its reason; one click sets the class and opens its runbooks. */
export function ClassPicker(props: ClassPickerProps) {
  const { ranked, known, noneFits = false, also = [], leftMs, maySet, asOf, onSet, onNone, onOpen } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  if ((known || noneFits) && !isOpen)
    return (
      <KnownClassPanel
        {...{ known, leftMs, also }}
        onOpen={(maySet && onOpen) || null}
        onChange={maySet ? () => setIsOpen(true) : null}
      />
    );
  const shown = showsAll ? ranked : ranked.slice(0, Math.max(fewest, ranked.filter(({ because }) => because).length));
  const set = (id: string, because: string) => {
    setIsOpen(false);
    onSet(id, because);
  };
  const none = () => {
    setIsOpen(false);
    onNone?.();
  };
  return (
    <Panel title="What do you see?" aside={leftMs !== null && <ClassClock leftMs={leftMs} />}>
      {asOf && <p className="px-3.5 pt-2 text-degraded text-sm">{`Suggestions as of ${saidSecond(asOf, asOf)}`}</p>}
      <Symptoms {...{ shown, known, maySet }} onSet={set} />
      <div className="flex flex-wrap gap-1 px-2 pb-2 empty:hidden">
        {shown.length < ranked.length && (
          <Button look="bare" onClick={() => setShowsAll(true)}>
            {`All ${ranked.length} symptoms`}
          </Button>
        )}
        {maySet && onNone && (
          <Button look="bare" disabled={noneFits} onClick={none}>
            None of these
          </Button>
        )}
      </div>
    </Panel>
  );
}
