'use client';

import { useQuery } from '@tanstack/react-query';
import type { HealthView } from '@/lib/domain/health/target-snapshot';
import { healthKey } from './query-keys';

/** The health of every target: what the page came with, then whatever the stream says. */
export function useHealth(initial: HealthView): HealthView {
  const { data } = useQuery({
    queryKey: healthKey,
    queryFn: () => initial,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data.asOf >= initial.asOf || data.targets.some((target) => (target.polledAt ?? '') > initial.asOf)
    ? data
    : initial;
}
