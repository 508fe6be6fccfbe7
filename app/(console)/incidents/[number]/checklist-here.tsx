'use client';

import { type ComponentProps, useMemo } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { waiveId } from '@/components/incident/evidence-actions';
import { ChecklistPanel } from '@/components/triage/checklist-panel';
import type { StepActions } from '@/components/triage/step-actions';

interface ChecklistHereProps extends Omit<ComponentProps<typeof ChecklistPanel>, 'actions'> {
  steps: Omit<StepActions, 'capture' | 'waive'>;
  onCapture: StepActions['capture'];
}

/** The checklists with the two ways past a locked step: save what it needs, or, for the commander, go on without. */
export function ChecklistHere({ steps, onCapture, ...panel }: ChecklistHereProps) {
  const { actions, run } = useActions();
  const mayWaive = actions.some(({ command }) => command === 'evidence.waive');
  const all = useMemo<StepActions>(
    () => ({ ...steps, capture: onCapture, waive: mayWaive ? (recipes) => run(waiveId(recipes)) : null }),
    [steps, onCapture, mayWaive, run],
  );
  return <ChecklistPanel {...panel} actions={all} />;
}
