'use client';

import { useCallback } from 'react';
import type { LiveInstance } from '@/components/evidence/chosen-captures';
import { EvidencePanel } from '@/components/evidence/evidence-panel';
import type { FileActions } from '@/components/evidence/file-actions';
import { useLatePart } from '@/components/ui/use-late-part';
import { uploads } from '@/lib/client/evidence/uploads';
import { usePageFiles } from '@/lib/client/evidence/use-page-files';
import { useUploads } from '@/lib/client/evidence/use-uploads';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { toLive } from '@/lib/domain/now-facts';
import type { RecordState } from '@/lib/domain/record-state';
import { listLocks } from '@/lib/domain/triage/list-locks';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';
import { useNotRequired } from './use-not-required';

interface EvidenceHereProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  /** The recipes whose commands are shown; null while they are not. */
  wanted: readonly string[] | null;
  onCapture: (recipes: readonly string[] | null) => void;
  files: FileActions;
}

/** By recipe: the name of the service that it asks. */
function sourcesOf(recipes: readonly EvidenceRecipe[], rows: readonly MatrixRow[]): Record<string, string> {
  const entries = recipes.flatMap(({ id, ifAnswers }) =>
    ifAnswers ? [[id, rows.find(({ serviceId }) => serviceId === ifAnswers)?.name ?? ifAnswers]] : [],
  );
  return Object.fromEntries(entries);
}

/** The targets that are instances of a service, as they are now. */
function instancesOf(rows: readonly MatrixRow[]): LiveInstance[] {
  const readings = rows.flatMap(({ instances }) => instances.filter(({ component }) => component === ''));
  return readings.map(({ targetId: id, targetName: name, status }) => ({ id, name, isOut: status !== 'ok' }));
}

const loadDialog = () => import('@/components/evidence/capture-dialog').then((module) => module.CaptureDialog);

/** The evidence of this incident and the ways to add to it; nothing for those who may not see files (rule E8). */
export function EvidenceHere({ state, actor, catalogue, wanted, onCapture, files }: EvidenceHereProps) {
  const { incident, triage, evidence } = state;
  const { number, mergedInto } = incident;
  const { recipes } = catalogue.evidence;
  const sent = useUploads(number);
  const { part: Dialog } = useLatePart(loadDialog, wanted !== null);
  const mayAdd = isAllowed(actor.role, 'evidence.add') && mergedInto === null;
  const isOpen = isAllowed(actor.role, 'evidence.accept') && incident.status !== 'closed' && mergedInto === null;
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) void uploads().add(file, { number });
    },
    [number],
  );
  const excused = useNotRequired(recipes);
  const { matrix, nowMs } = useLiveFacts();
  const { rows } = matrix;
  const live = rows.map(toLive);
  const isOver = usePageFiles(mayAdd ? add : null);
  if (!isAllowed(actor.role, 'evidence.read')) return null;
  return (
    <>
      <EvidencePanel
        {...{ number, evidence, recipes, onCapture }}
        {...{ excused, sources: sourcesOf(recipes, rows) }}
        files={isOpen ? files : null}
        locking={new Set(listLocks({ incident, triage, nowMs, live }, { ...evidence, notRequired: excused }).flat())}
        uploads={sent}
        mayAdd={mayAdd}
        isOver={isOver}
        onFiles={add}
        onStop={(id) => uploads().stop(id)}
        onForget={(id) => uploads().forget(id)}
      />
      {wanted && Dialog && (
        <Dialog
          {...{ number, evidence, excused }}
          instances={instancesOf(rows)}
          recipes={recipes.filter(({ id }) => wanted.includes(id))}
          onClose={() => onCapture(null)}
        />
      )}
    </>
  );
}
