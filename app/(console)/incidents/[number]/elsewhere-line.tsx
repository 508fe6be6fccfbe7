'use client';

import { HeldElsewhere } from '@/components/incident/held-elsewhere';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import { rowHolding } from '@/lib/domain/incident/row-holding';
import { useLiveFacts } from './live-facts';

/** Rule I22: which rows in trouble are another incident's, while this one is worked on. */
export function ElsewhereLine({ incident }: { incident: IncidentState }) {
  const { matrix, holders } = useLiveFacts();
  if (!isOpenStatus(incident.status)) return null;
  const holdingOf = rowHolding(incident, holders);
  const rows = matrix.rows.flatMap(({ serviceId, name, status }) => {
    const holding = holdingOf(serviceId);
    const isTrouble = status === 'down' || status === 'degraded';
    return isTrouble && holding.by === 'other' ? [{ serviceId, name, status, number: holding.number }] : [];
  });
  return <HeldElsewhere rows={rows} />;
}
