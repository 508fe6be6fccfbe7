'use client';

import { useMemo } from 'react';
import { toLive } from '@/lib/domain/now-facts';
import type { RecordState } from '@/lib/domain/record-state';
import { notNeeded } from '@/lib/domain/triage/step-need';
import { itemKey } from '@/lib/domain/triage/triage';
import { useLiveFacts } from './live-facts';

/** Why steps are not needed at this moment, by their keys. The same map until one of them changes, though time goes on. */
export function useStepNeeds({ incident, triage }: RecordState): ReadonlyMap<string, string> {
  const { advice, nowMs } = useLiveFacts();
  const facts = { incident, triage, nowMs, live: advice.rows.map(toLive) };
  const words = JSON.stringify(
    triage.checklists.flatMap(({ id, items }) =>
      items.flatMap((item) => {
        const why = notNeeded(item, facts);
        return why === null ? [] : [[itemKey(id, item.id), why]];
      }),
    ),
  );
  return useMemo(() => new Map(JSON.parse(words) as [string, string][]), [words]);
}
