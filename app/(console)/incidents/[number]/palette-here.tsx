'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { type PaletteEntry, useOfferToPalette } from '@/components/shell/palette-entries';
import type { RecordState } from '@/lib/domain/record-state';
import { listOpenSteps } from '@/lib/domain/triage/list-open-steps';
import type { RecordCatalogue } from './record-catalogue';

interface PaletteHereProps {
  state: RecordState;
  catalogue: RecordCatalogue;
  mayTick: boolean;
  onTick: (checklistId: string, itemId: string) => void;
  onSetClass: (failureClass: string, because: string) => void;
  onOpenChecklist: (checklistId: string) => void;
  onCapture: (recipes: readonly string[]) => void;
}

/** The field below the checklists; what is typed there is kept. */
function goToNewStep(): void {
  document.querySelector<HTMLInputElement>('input[data-new-step]')?.focus();
}

/** The pages of this incident, and the places on this one to go to. */
function pagesHere(number: string, go: (to: string) => void, capture: () => void): PaletteEntry[] {
  const group = 'This incident';
  return [
    { id: 'postmortem', label: 'Open the postmortem', group, run: () => go(`/incidents/${number}/postmortem`) },
    { id: 'write-update', label: 'Write an update', keys: 'u', group, run: () => go(`/incidents/${number}/comms`) },
    { id: 'add-step', label: 'Add a step', group, run: goToNewStep },
    { id: 'save-evidence', label: 'Save evidence by command', group, run: capture },
  ];
}

/** Puts every action of this record into the palette: states, people, severity, steps, classes, checklists. */
export function PaletteHere({
  state,
  catalogue,
  mayTick,
  onTick,
  onSetClass,
  onOpenChecklist,
  onCapture,
}: PaletteHereProps) {
  const { actions, run } = useActions();
  const router = useRouter();
  const { triage, incident } = state;
  const entries = useMemo<PaletteEntry[]>(() => {
    const own = actions.map(({ id, label, keys }) => ({ id, label, keys, group: 'This incident', run: () => run(id) }));
    if (!mayTick) return own;
    const steps = listOpenSteps(triage).map(({ key, checklist, item }) => ({
      ...{ id: `tick-${key}`, label: `Tick: ${item.title}`, group: checklist.title },
      run: () => onTick(checklist.id, item.id),
    }));
    const classes = catalogue.failureClasses.map(({ id, symptom }) => ({
      ...{ id: `class-${id}`, label: `Set the class: ${symptom}`, group: 'Failure class' },
      run: () => onSetClass(id, ''),
    }));
    const open = new Set(triage.checklists.map(({ id }) => id));
    const checklists = catalogue.library
      .filter(({ id }) => !open.has(id))
      .map(({ id, title }) => ({
        ...{ id: `open-${id}`, label: `Open the checklist: ${title}`, group: 'Checklists' },
        run: () => onOpenChecklist(id),
      }));
    const pages = pagesHere(
      incident.number,
      (to) => router.push(to),
      () => onCapture(catalogue.evidence.recipes.map(({ id }) => id)),
    );
    return [...own, ...pages, ...steps, ...classes, ...checklists];
  }, [
    actions,
    run,
    router,
    triage,
    catalogue,
    mayTick,
    incident.number,
    onTick,
    onSetClass,
    onOpenChecklist,
    onCapture,
  ]);
  useOfferToPalette(entries);
  return null;
}
