'use client';

import { useQuery } from '@tanstack/react-query';
import type { RowKnowledge } from '@/lib/domain/degradation/row-knowledge';

const freshMs = 60_000;

/** What the catalogue knows of a row, asked for when it is opened; `known` is what the page came with. */
export function useRowKnowledge(serviceId: string, known: RowKnowledge | undefined) {
  return useQuery({
    queryKey: ['row-knowledge', serviceId],
    queryFn: () => fetchKnowledge(serviceId),
    staleTime: freshMs,
    ...(known ? { initialData: known } : {}),
  });
}

async function fetchKnowledge(serviceId: string): Promise<RowKnowledge> {
  const response = await fetch(`/api/v1/catalog/services/${encodeURIComponent(serviceId)}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`the catalogue answered ${response.status}`);
  return (await response.json()) as RowKnowledge;
}
