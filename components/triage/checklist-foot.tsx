'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { useLatePart } from '../ui/use-late-part';
import { AddStep } from './add-step';
import type { OpenableList } from './search-checklists';
import type { StepActions } from './step-actions';

interface ChecklistFootProps {
  number: string;
  library: OpenableList[];
  openIds: ReadonlySet<string>;
  actions: StepActions;
}

const loadDialog = () => import('./open-checklist-dialog').then((module) => module.OpenChecklistDialog);

/** Below the checklists: another step, another checklist, and the keys. */
export function ChecklistFoot({ number, library, openIds, actions }: ChecklistFootProps) {
  const [isAsked, setIsAsked] = useState(false);
  const { part: OpenDialog } = useLatePart(loadDialog, isAsked);
  return (
    <div className="no-print grid flex-none grid-cols-[minmax(0,1fr)] gap-2 border-line border-t px-3.5 py-2.5">
      <div className="flex gap-2">
        <AddStep number={number} onAdd={actions.addStep} />
        <Button data-open-checklist aria-label="Open a checklist…" onClick={() => setIsAsked(true)}>
          Checklist…
        </Button>
      </div>
      <p className="text-dim text-xs max-sm:hidden">
        <Kbd>X</Kbd> tick <Kbd>S</Kbd> skip <Kbd>A</Kbd> assign
      </p>
      {isAsked && OpenDialog && (
        <OpenDialog
          library={library}
          openIds={openIds}
          onOpen={actions.openChecklist}
          onClose={() => setIsAsked(false)}
        />
      )}
    </div>
  );
}
