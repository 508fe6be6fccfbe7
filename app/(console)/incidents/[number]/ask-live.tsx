'use client';

import type { ReactNode } from 'react';
import { liveAsk } from '@/components/incident/live-ask';
import type { RecordAction } from '@/components/incident/record-action';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { ownRedRows } from '@/lib/domain/incident/red-rows';
import { proposalFor } from '@/lib/domain/now-facts';
import { useLiveFacts } from './live-facts';

interface AskLiveProps {
  incident: IncidentState;
  action: RecordAction;
  children: (action: RecordAction) => ReactNode;
}

/** A question with what the matrix says while it is open. */
export function AskLive({ incident, action, children }: AskLiveProps) {
  const { advice: matrix, catalogue: live, holders } = useLiveFacts();
  const proposal = proposalFor(incident, { matrix, live, holders });
  return children(liveAsk(action, { red: ownRedRows(incident, matrix.rows, holders), proposal }));
}
