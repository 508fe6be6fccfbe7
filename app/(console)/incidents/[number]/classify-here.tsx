'use client';

import { ClassPicker } from '@/components/triage/class-picker';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import type { RecordState } from '@/lib/domain/record-state';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';
import { useRankedClasses } from './use-now-line';

interface ClassifyHereProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  onSet: (failureClass: string | null, because: string) => void;
  onOpen: (checklistId: string) => void;
}

/** The runbooks of its class that nobody has opened. */
function alsoFor({ triage }: RecordState, { failureClasses, library }: RecordCatalogue) {
  const runbooks = failureClasses.find(({ id }) => id === triage.failureClass?.id)?.runbooks ?? [];
  const open = new Set(triage.checklists.map(({ id }) => id));
  return library.filter(({ id }) => runbooks.includes(id) && !open.has(id));
}

/** The symptom table beside this record, with the clock that runs until somebody knows what it is. */
export function ClassifyHere({ state, actor, catalogue, onSet, onOpen }: ClassifyHereProps) {
  const { incident, triage } = state;
  const { nowMs, silentSince } = useLiveFacts();
  const ranked = useRankedClasses(incident, catalogue);
  const isRunning = isOpenStatus(incident.status) && !triage.failureClass && !triage.backup;
  const limitMs = catalogue.escalation.unclassified.afterMinutes * 60_000;
  return (
    <ClassPicker
      ranked={ranked}
      known={triage.failureClass}
      noneFits={triage.noneFits !== null}
      also={alsoFor(state, catalogue)}
      leftMs={isRunning ? limitMs - (nowMs - Date.parse(incident.declaredAt)) : null}
      maySet={isAllowed(actor.role, 'triage.set_failure_class') && incident.status !== 'closed'}
      asOf={silentSince}
      onSet={onSet}
      onNone={() => onSet(null, '')}
      onOpen={onOpen}
    />
  );
}
