'use client';

import { useCallback } from 'react';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { rowHolders } from '@/lib/domain/incident/row-holding';

/** Tells which of these open incidents names a service (rule I22); null for none. */
export function useHeldBy(incidents: IncidentSummary[]): (serviceId: string) => string | null {
  return useCallback(
    (serviceId) => rowHolders(incidents).find(({ services }) => services.includes(serviceId))?.number ?? null,
    [incidents],
  );
}
