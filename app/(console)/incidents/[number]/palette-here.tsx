'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { type PaletteEntry, useOfferToPalette } from '@/components/shell/palette-entries';
import { doingWords } from '@/components/triage/doing-words';
import type { StepActions } from '@/components/triage/step-actions';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed, readsInside } from '@/lib/domain/access/who-may';
import { isSpeaker } from '@/lib/domain/comms/is-speaker';
import type { RecordState } from '@/lib/domain/record-state';
import { stepDoing } from '@/lib/domain/triage/step-doing';
import { isSettled, itemKey, type TriageState } from '@/lib/domain/triage/triage';
import type { RecordCatalogue } from './record-catalogue';
import { useNotRequired } from './use-not-required';
import { usePerform } from './use-perform';
import { useStepNeeds } from './use-step-needs';

interface PaletteHereProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  mayTick: boolean;
  steps: Pick<StepActions, 'toggle' | 'openChecklist'>;
  onSetClass: (failureClass: string | null, because: string) => void;
  onCallBackup: () => void;
  onCapture: (recipes: readonly string[]) => void;
}

/** The field below the checklists; what is typed there is kept. */
function goToNewStep(): void {
  document.querySelector<HTMLInputElement>('input[data-new-step]')?.focus();
}

type Here = Pick<PaletteHereProps, 'state' | 'actor' | 'mayTick'>;

/** The pages of this incident, and the places on this one to go to. */
function pagesHere({ state, actor, mayTick }: Here, go: (to: string) => void, capture: () => void) {
  const { incident } = state;
  const { number } = incident;
  const shared = { group: 'This incident', isView: true };
  const page = (to: string) => () => go(`/incidents/${number}/${to}`);
  const mayWrite = isAllowed(actor.role, 'comms.send_update') && isSpeaker(incident, actor);
  const maySave = isAllowed(actor.role, 'evidence.add') && incident.mergedInto === null;
  const entries: (PaletteEntry & { isThere: boolean })[] = [
    {
      ...{ id: 'postmortem', label: 'Open the postmortem', keywords: 'review draft', run: page('postmortem') },
      ...{ ...shared, isThere: readsInside(actor.role) },
    },
    {
      ...{ id: 'write-update', label: 'Write an update', keywords: 'tell people comms', keys: 'u', run: page('comms') },
      ...{ ...shared, isThere: mayWrite },
    },
    {
      ...{ id: 'save-evidence', label: 'Save evidence by command', keywords: 'capture logs', run: capture },
      ...{ ...shared, isThere: maySave },
    },
    {
      ...{ id: 'add-step', label: 'Add a step', keywords: 'checklist', run: goToNewStep },
      ...{ ...shared, isThere: mayTick },
    },
  ];
  return entries.filter(({ isThere }) => isThere);
}

/** The open steps, each by what it comes to; none that this person may not do. */
function useStepEntries({ state, actor, catalogue, steps, onCapture, onCallBackup }: PaletteHereProps): PaletteEntry[] {
  const excused = useNotRequired(catalogue.evidence.recipes);
  const { incident, triage, evidence } = state;
  const { toggle, openChecklist: onOpenChecklist } = steps;
  const reasons = useStepNeeds(state);
  const { perform, mayPerform } = usePerform({
    ...{ incident, actor, onCapture, onCallBackup, onOpenChecklist },
  });
  return useMemo(
    () =>
      openSteps(triage, reasons).flatMap(({ key, checklist, item }) => {
        const doing = stepDoing(item, { ...evidence, notRequired: excused });
        if (doing.kind === 'answer' || !mayPerform(doing)) return [];
        const isTick = doing.kind === 'tick';
        const run = () => (isTick ? toggle({ checklistId: checklist.id, itemId: item.id }, false) : perform(doing));
        const label = isTick ? `Tick: ${item.title}` : `${doingWords(doing)}: ${item.title}`;
        return [{ id: `tick-${key}`, label, group: checklist.title, run }];
      }),
    [triage, evidence, excused, reasons, perform, mayPerform, toggle],
  );
}

function openSteps(triage: TriageState, reasons: ReadonlyMap<string, string>) {
  return triage.checklists.flatMap((checklist) =>
    checklist.items
      .map((item) => ({ key: itemKey(checklist.id, item.id), checklist, item }))
      .filter(({ key }) => !isSettled(triage, key) && !reasons.has(key)),
  );
}

/** Puts every action of this record into the palette: states, people, severity, steps, classes, checklists. */
export function PaletteHere(props: PaletteHereProps) {
  const { state, actor, catalogue, mayTick, onSetClass, onCapture } = props;
  const { openChecklist } = props.steps;
  const { actions, run } = useActions();
  const router = useRouter();
  const steps = useStepEntries(props);
  const entries = useMemo<PaletteEntry[]>(() => {
    const own = actions.map(({ id, label, keys }) => ({ id, label, keys, group: 'This incident', run: () => run(id) }));
    const pages = pagesHere(
      { state, actor, mayTick },
      (to) => router.push(to),
      () => onCapture(catalogue.evidence.recipes.map(({ id }) => id)),
    );
    if (!mayTick) return [...own, ...pages];
    const classes = catalogue.failureClasses.map(({ id, symptom }) => ({
      ...{ id: `class-${id}`, label: `Set the class: ${symptom}`, group: 'Failure class' },
      run: () => onSetClass(id, ''),
    }));
    classes.push({
      ...{ id: 'class-none', label: 'Set the class: none of these', group: 'Failure class' },
      run: () => onSetClass(null, ''),
    });
    const open = new Set(state.triage.checklists.map(({ id }) => id));
    const checklists = catalogue.library
      .filter(({ id }) => !open.has(id))
      .map(({ id, title }) => ({
        ...{ id: `open-${id}`, label: `Open the checklist: ${title}`, group: 'Checklists' },
        run: () => openChecklist(id),
      }));
    return [...own, ...pages, ...steps, ...classes, ...checklists];
  }, [actions, run, router, state, actor, steps, catalogue, mayTick, openChecklist, onSetClass, onCapture]);
  useOfferToPalette(entries);
  return null;
}
