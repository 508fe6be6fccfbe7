'use client';

import { useQuery } from '@tanstack/react-query';
import type { Present } from '@/lib/domain/access/presence';
import { useLink } from '../stream/use-link';
import { presenceKey } from './query-keys';

const nobodyYet: Present = { people: [], more: 0 };

/** Who has this incident open; nobody while that is not known, or no longer (P1). */
export function usePresence(number: string): Present {
  const { state } = useLink();
  const { data } = useQuery({
    queryKey: presenceKey(number),
    queryFn: () => nobodyYet,
    initialData: nobodyYet,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return state === 'live' ? data : nobodyYet;
}
