'use client';

import { useMemo } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { type UpdateClock, updateClock } from '@/lib/domain/comms/update-clock';
import type { SeverityProposal } from '@/lib/domain/degradation/matrix';
import { proposeSeverity } from '@/lib/domain/degradation/propose-severity';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { responseClock } from '@/lib/domain/incident/response-clock';
import { rowHolding } from '@/lib/domain/incident/row-holding';
import type { RecordState } from '@/lib/domain/record-state';
import { type NowLine, nowLine } from '@/lib/domain/triage/now-line';
import { type RankedClass, rankClasses } from '@/lib/domain/triage/rank-classes';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';
import { tellingFacts } from './telling-facts';

/** The symptom rows as the live matrix ranks them. */
export function useRankedClasses({ failureClasses }: RecordCatalogue): RankedClass[] {
  const { advice } = useLiveFacts();
  return useMemo(() => rankClasses(failureClasses, advice.rows.map(toLive)), [failureClasses, advice]);
}

/** What rules know of a row. */
export const toLive = ({ serviceId: id, name, status }: { serviceId: string; name: string; status: RankedStatus }) => ({
  ...{ id, name, status },
});

type RankedStatus = Parameters<typeof rankClasses>[1][number]['status'];

/** Rule N6: what severity the matrix proposes for this incident, without the rows that other incidents hold. */
export function useProposal(incident: IncidentState): SeverityProposal | null {
  const { advice, catalogue, holders } = useLiveFacts();
  return useMemo(() => {
    const holdingOf = rowHolding(incident, holders);
    const rows = advice.rows.filter(({ serviceId }) => holdingOf(serviceId).by !== 'other');
    return proposeSeverity(rows, catalogue.services, catalogue.severities);
  }, [advice, catalogue, holders, incident]);
}

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
  const proposal = useProposal(incident);
  const { advice, silentSince, holders, nowMs } = useLiveFacts();
  const classes = useRankedClasses(catalogue);
  const { escalation, severities, calendar } = catalogue;
  const { postmortem } = review;
  return nowLine({
    silentSince,
    ...{ incident, triage, evidence, actor, nowMs, escalation, classes },
    recipes: catalogue.evidence.recipes,
    clock: responseClock(incident, severities, calendar, nowMs),
    ...{ holders, proposal },
    live: advice.rows.map(toLive),
    updateDue: dueSoon(updateClock({ incident, comms }, nowMs)),
    telling: tellingFacts({ incident, comms }, actor, nowMs),
    postmortemDueAt: postmortem && !postmortem.finishedAt ? postmortem.dueAt : null,
  });
}
