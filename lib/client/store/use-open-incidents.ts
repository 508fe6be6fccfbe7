'use client';

import { useQuery } from '@tanstack/react-query';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { openIncidentsKey } from './query-keys';

const mostOpen = 100;

/** The open incidents: what the page came with, then the stream's word; read anew after every reconnect. */
export function useOpenIncidents(initial: IncidentSummary[]): IncidentSummary[] {
  const { data } = useQuery({
    queryKey: openIncidentsKey,
    queryFn: fetchOpen,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** The same on a page that does not show them: none until they are fetched or the stream names one. */
export function useKnownIncidents(): IncidentSummary[] {
  const { data } = useQuery({
    queryKey: openIncidentsKey,
    queryFn: fetchOpen,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? none;
}

const none: IncidentSummary[] = [];

async function fetchOpen(): Promise<IncidentSummary[]> {
  const response = await fetch(`/api/v1/incidents?status=open&limit=${mostOpen}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`the list answered ${response.status}`);
  return ((await response.json()) as { items: IncidentSummary[] }).items;
}
