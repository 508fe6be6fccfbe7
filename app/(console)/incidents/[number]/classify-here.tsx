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
  onSet: (failureClass: string, because: string) => void;
}

/** The symptom table beside this record, with the clock that runs until somebody knows what it is. */
export function ClassifyHere({ state, actor, catalogue, onSet }: ClassifyHereProps) {
  const { incident, triage } = state;
  const { nowMs, silentSince } = useLiveFacts();
  const ranked = useRankedClasses(catalogue);
  const isRunning = isOpenStatus(incident.status) && !triage.failureClass && !triage.backup;
  const limitMs = catalogue.escalation.unclassified.afterMinutes * 60_000;
  return (
    <ClassPicker
      ranked={ranked}
      known={triage.failureClass}
      leftMs={isRunning ? limitMs - (nowMs - Date.parse(incident.declaredAt)) : null}
      maySet={isAllowed(actor.role, 'triage.set_failure_class') && incident.status !== 'closed'}
      asOf={silentSince}
      onSet={onSet}
    />
  );
}
