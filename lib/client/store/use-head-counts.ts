'use client';

import { useQuery } from '@tanstack/react-query';
import type { HeadCount } from '@/lib/domain/access/presence';
import { useLink } from '../stream/use-link';
import { headCountsKey } from './query-keys';

const unknown: ReadonlyMap<string, number> = new Map();

/** How many people have each incident open, by number: what the page came with, then the stream's word; nothing while that is not live (P1). */
export function useHeadCounts(initial: readonly HeadCount[]): ReadonlyMap<string, number> {
  const { state } = useLink();
  const { data } = useQuery({
    queryKey: headCountsKey,
    queryFn: () => initial,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    select: byNumber,
  });
  return state === 'live' ? data : unknown;
}

function byNumber(counts: readonly HeadCount[]): ReadonlyMap<string, number> {
  return new Map(counts.map(({ number, count }) => [number, count]));
}
