'use client';

import { useQuery } from '@tanstack/react-query';

/** An incident as the history marks it. */
export interface IncidentMark {
  number: string;
  title: string;
  /** ISO UTC. */
  declaredAt: string;
}

const none: IncidentMark[] = [];

/** The latest incidents that were declared from a service; none while they are not known. */
export function useIncidentsOf(serviceId: string): IncidentMark[] {
  const { data } = useQuery({
    queryKey: ['incidents-of', serviceId],
    queryFn: () => fetchIncidents(serviceId),
    refetchInterval: 60_000,
  });
  return data ?? none;
}

async function fetchIncidents(serviceId: string): Promise<IncidentMark[]> {
  const response = await fetch(`/api/v1/incidents?limit=20&service=${encodeURIComponent(serviceId)}`, {
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`the incidents answered ${response.status}`);
  return ((await response.json()) as { items: IncidentMark[] }).items;
}
