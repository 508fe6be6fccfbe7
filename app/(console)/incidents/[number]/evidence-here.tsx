'use client';

import { useCallback } from 'react';
import { EvidencePanel } from '@/components/evidence/evidence-panel';
import { useLatePart } from '@/components/ui/use-late-part';
import { uploads } from '@/lib/client/evidence/uploads';
import { usePageFiles } from '@/lib/client/evidence/use-page-files';
import { useUploads } from '@/lib/client/evidence/use-uploads';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { RecordState } from '@/lib/domain/record-state';
import { listLocks } from '@/lib/domain/triage/list-locks';
import type { RecordCatalogue } from './record-catalogue';

interface EvidenceHereProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  /** The recipes whose commands are shown; null while they are not. */
  wanted: readonly string[] | null;
  onCapture: (recipes: readonly string[] | null) => void;
}

const loadDialog = () => import('@/components/evidence/capture-dialog').then((module) => module.CaptureDialog);

/** The evidence of this incident and the ways to add to it; nothing for those who may not see files (rule E8). */
export function EvidenceHere({ state, actor, catalogue, wanted, onCapture }: EvidenceHereProps) {
  const { incident, triage, evidence } = state;
  const { number, mergedInto } = incident;
  const { recipes } = catalogue.evidence;
  const sent = useUploads(number);
  const { part: Dialog } = useLatePart(loadDialog, wanted !== null);
  const mayAdd = isAllowed(actor.role, 'evidence.add') && mergedInto === null;
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) void uploads().add(file, { number });
    },
    [number],
  );
  const isOver = usePageFiles(mayAdd ? add : null);
  if (!isAllowed(actor.role, 'evidence.read')) return null;
  return (
    <>
      <EvidencePanel
        {...{ number, evidence, recipes, onCapture }}
        locking={new Set(listLocks(triage, evidence).flat())}
        uploads={sent}
        mayAdd={mayAdd}
        isOver={isOver}
        onFiles={add}
        onStop={(id) => uploads().stop(id)}
        onForget={(id) => uploads().forget(id)}
      />
      {wanted && Dialog && (
        <Dialog
          {...{ number, evidence }}
          recipes={recipes.filter(({ id }) => wanted.includes(id))}
          onClose={() => onCapture(null)}
        />
      )}
    </>
  );
}
