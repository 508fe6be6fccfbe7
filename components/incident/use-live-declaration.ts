'use client';

import { useMemo, useState } from 'react';
import { isServerTimeKnown, serverNowMs } from '@/lib/client/store/server-clock';
import { useHealth } from '@/lib/client/store/use-health';
import { useNow } from '@/lib/client/store/use-now';
import { useKnownIncidents } from '@/lib/client/store/use-open-incidents';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import { type ProposedDeclaration, proposeDeclaration } from '@/lib/domain/degradation/propose-declaration';
import { rowHolders } from '@/lib/domain/incident/row-holding';
import type { DeclareChoices } from './declare-choices';

/** What the live matrix would declare at this moment (rule I26). */
export function useLiveDeclaration({ matrix: catalogue, health: served }: DeclareChoices, fromId?: string) {
  const health = useHealth(served);
  // The laptop's clock may be a day off, and then all would look stale.
  const [openedMs] = useState(() => (isServerTimeKnown() ? serverNowMs() : Date.parse(health.asOf)));
  const nowMs = useNow(1_000, openedMs);
  const incidents = useKnownIncidents();
  const proposed = useMemo<ProposedDeclaration>(
    () => proposeDeclaration(buildMatrix(catalogue, health, nowMs), catalogue, rowHolders(incidents), fromId),
    [catalogue, health, nowMs, incidents, fromId],
  );
  return { proposed, incidents, nowMs };
}
