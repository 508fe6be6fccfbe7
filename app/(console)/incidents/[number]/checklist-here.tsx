'use client';

import { type ComponentProps, memo, useMemo } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { waiveId } from '@/components/incident/evidence-actions';
import { ChecklistPanel } from '@/components/triage/checklist-panel';
import type { StepActions } from '@/components/triage/step-actions';
import type { Actor } from '@/lib/domain/access/actor';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import type { RecordState } from '@/lib/domain/record-state';
import { useNotRequired } from './use-not-required';
import { usePerform } from './use-perform';
import { useStepNeeds } from './use-step-needs';

interface ChecklistHereProps
  extends Omit<ComponentProps<typeof ChecklistPanel>, 'actions' | 'reasons' | 'triage' | 'gate' | 'meId'> {
  state: RecordState;
  actor: Actor;
  recipes: EvidenceRecipe[];
  steps: Omit<StepActions, 'capture' | 'waive' | 'perform' | 'mayPerform'>;
  onCapture: StepActions['capture'];
  onCallBackup: () => void;
}

// The live matrix counts seconds; the checklists change when what it says of a step or of the gate does.
const StillPanel = memo(ChecklistPanel);

/** The checklists with the two ways past a locked step: save what it needs, or, for the commander, go on without. */
export function ChecklistHere({ state, actor, recipes, steps, onCapture, onCallBackup, ...panel }: ChecklistHereProps) {
  const { triage, evidence } = state;
  const { actions, run } = useActions();
  const reasons = useStepNeeds(state);
  const mayWaive = actions.some(({ command }) => command === 'evidence.waive');
  const { openChecklist: onOpenChecklist } = steps;
  const doing = usePerform({ incident: state.incident, actor, onCapture, onOpenChecklist, onCallBackup });
  const all = useMemo<StepActions>(
    () => ({ ...steps, ...doing, capture: onCapture, waive: mayWaive ? (recipes) => run(waiveId(recipes)) : null }),
    [steps, doing, onCapture, mayWaive, run],
  );
  const excused = useNotRequired(recipes);
  const gate = useMemo(() => ({ ...evidence, recipes, notRequired: excused }), [evidence, recipes, excused]);
  return <StillPanel {...panel} meId={actor.id} {...{ triage, gate, reasons }} actions={all} />;
}
