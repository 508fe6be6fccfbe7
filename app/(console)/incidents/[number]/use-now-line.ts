'use client';

import { useMemo } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { type UpdateClock, updateClock } from '@/lib/domain/comms/update-clock';
import { responseClock } from '@/lib/domain/incident/response-clock';
import type { RecordState } from '@/lib/domain/record-state';
import { type NowLine, nowLine } from '@/lib/domain/triage/now-line';
import { type RankedClass, rankClasses } from '@/lib/domain/triage/rank-classes';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';

/** The symptom rows as the live matrix ranks them. */
export function useRankedClasses({ failureClasses }: RecordCatalogue): RankedClass[] {
  const { matrix } = useLiveFacts();
  return useMemo(() => rankClasses(failureClasses, matrix.rows.map(toLive)), [failureClasses, matrix]);
}

const toLive = ({ serviceId: id, name, status }: { serviceId: string; name: string; status: RankedStatus }) => ({
  ...{ id, name, status },
});

type RankedStatus = Parameters<typeof rankClasses>[1][number]['status'];

function dueSoon(clock: UpdateClock | null) {
  if (clock === null || clock.state === 'running') return null;
  return { dueAt: clock.dueAt, isOverdue: clock.state === 'overdue', isFirst: clock.isFirst };
}

/** The next best action at this moment. */
export function useNowLine(
  { incident, triage, evidence, comms, review }: RecordState,
  actor: Actor,
  catalogue: RecordCatalogue,
): NowLine {
  const { matrix, nowMs } = useLiveFacts();
  const classes = useRankedClasses(catalogue);
  const { escalation, severities, calendar } = catalogue;
  const { postmortem } = review;
  return nowLine({
    ...{ incident, triage, evidence, actor, nowMs, escalation, classes },
    recipes: catalogue.evidence.recipes,
    clock: responseClock(incident, severities, calendar, nowMs),
    live: matrix.rows.map(toLive),
    proposal: matrix.proposal,
    updateDue: dueSoon(updateClock({ incident, comms }, nowMs)),
    postmortemDueAt: postmortem && !postmortem.finishedAt ? postmortem.dueAt : null,
  });
}
