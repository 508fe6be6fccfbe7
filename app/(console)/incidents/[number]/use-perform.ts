'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { goToClasses } from '@/components/triage/go-to-classes';
import type { StepActions } from '@/components/triage/step-actions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AnyAction, isAllowed } from '@/lib/domain/access/who-may';
import { isSpeaker } from '@/lib/domain/comms/is-speaker';
import type { IncidentState } from '@/lib/domain/incident/incident';
import type { StepDoing } from '@/lib/domain/triage/step-doing';

interface PerformProps {
  incident: IncidentState;
  actor: Actor;
  onCapture: (recipes: readonly string[]) => void;
  onOpenChecklist: (checklistId: string) => void;
  onCallBackup: () => void;
}

/** The menus' own name for a command that opens a form or is sent at once. */
function actionId({ command, of }: Extract<StepDoing, { kind: 'command' }>): string {
  if (command === 'incident.raise_severity' || command === 'incident.lower_severity') return `severity-${of}`;
  return (command.split('.')[1] ?? '').replaceAll('_', '-');
}

/** The field that finds checklists, below the steps. */
function askForRunbook(): void {
  document.querySelector<HTMLButtonElement>('button[data-open-checklist]')?.click();
}

/** What the command behind a step asks of a role. */
function actionOf(doing: StepDoing): AnyAction {
  switch (doing.kind) {
    case 'tick':
      return 'triage.tick';
    case 'answer':
      return 'triage.answer_question';
    case 'classify':
      return 'triage.set_failure_class';
    case 'capture':
      return 'evidence.add';
    case 'open':
      return 'triage.open_checklist';
    case 'command':
      return doing.command;
  }
}

/** Does what a step stands for. Inside the provider of the record's actions. */
export function usePerform({
  incident,
  actor,
  onCapture,
  onOpenChecklist,
  onCallBackup,
}: PerformProps): Pick<StepActions, 'perform' | 'mayPerform'> {
  const { actions, run } = useActions();
  const router = useRouter();
  const { number } = incident;
  const mayPerform = useCallback(
    (doing: StepDoing) => {
      if (!isAllowed(actor.role, actionOf(doing))) return false;
      if (doing.kind !== 'command' || doing.command === 'triage.call_backup') return true;
      if (doing.command === 'comms.send_update') return isSpeaker(incident, actor);
      return actions.some(({ id }) => id === actionId(doing));
    },
    [actions, actor, incident],
  );
  const perform = useCallback(
    (doing: StepDoing) => {
      if (doing.kind === 'capture') onCapture(doing.recipes);
      else if (doing.kind === 'open') doing.checklist === null ? askForRunbook() : onOpenChecklist(doing.checklist);
      else if (doing.kind === 'classify') goToClasses();
      else if (doing.kind !== 'command') return;
      else if (doing.command === 'triage.call_backup') onCallBackup();
      else if (doing.command === 'comms.send_update') router.push(`/incidents/${number}/comms`);
      else run(actionId(doing));
    },
    [number, router, run, onCapture, onOpenChecklist, onCallBackup],
  );
  return useMemo(() => ({ perform, mayPerform }), [perform, mayPerform]);
}
