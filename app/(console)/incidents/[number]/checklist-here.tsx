'use client';

import { type ComponentProps, memo, useMemo } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { waiveId } from '@/components/incident/evidence-actions';
import { ChecklistPanel } from '@/components/triage/checklist-panel';
import type { StepActions } from '@/components/triage/step-actions';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { useNotRequired } from './use-not-required';

// The live matrix counts seconds; the checklists change when what it says of the gate does.
const StillPanel = memo(ChecklistPanel);

interface ChecklistHereProps extends Omit<ComponentProps<typeof ChecklistPanel>, 'actions' | 'gate'> {
  evidence: EvidenceState;
  recipes: EvidenceRecipe[];
  steps: Omit<StepActions, 'capture' | 'waive'>;
  onCapture: StepActions['capture'];
}

/** The checklists with the two ways past a locked step: save what it needs, or, for the commander, go on without. */
export function ChecklistHere({ steps, onCapture, evidence, recipes, ...panel }: ChecklistHereProps) {
  const { actions, run } = useActions();
  const mayWaive = actions.some(({ command }) => command === 'evidence.waive');
  const all = useMemo<StepActions>(
    () => ({ ...steps, capture: onCapture, waive: mayWaive ? (recipes) => run(waiveId(recipes)) : null }),
    [steps, onCapture, mayWaive, run],
  );
  const excused = useNotRequired(recipes);
  const gate = useMemo(() => ({ ...evidence, recipes, notRequired: excused }), [evidence, recipes, excused]);
  return <StillPanel {...panel} gate={gate} actions={all} />;
}
