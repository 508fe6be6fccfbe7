'use client';

import { useMemo } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { classesFor, nowFacts } from '@/lib/domain/now-facts';
import type { RecordState } from '@/lib/domain/record-state';
import { type NowLine, nowLine } from '@/lib/domain/triage/now-line';
import type { RankedClass } from '@/lib/domain/triage/rank-classes';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';

/** The symptom rows as the live matrix ranks them for this incident. */
export function useRankedClasses(incident: IncidentState, { failureClasses }: RecordCatalogue): RankedClass[] {
  const { advice: matrix, holders } = useLiveFacts();
  return useMemo(
    () => classesFor(incident, failureClasses, { matrix, holders }),
    [incident, failureClasses, matrix, holders],
  );
}

/** The next best action at this moment. */
export function useNowLine(state: RecordState, actor: Actor, catalogue: RecordCatalogue): NowLine {
  const { advice: matrix, catalogue: live, silentSince, holders, nowMs } = useLiveFacts();
  return nowLine(nowFacts(state, { actor, nowMs, silentSince, matrix, live, catalogue, holders }));
}
