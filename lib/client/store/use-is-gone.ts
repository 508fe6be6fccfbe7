'use client';

import { useQuery } from '@tanstack/react-query';
import { goneKey } from './query-keys';

/** True once the stream said that this incident does not exist for this person any more: it became private. */
export function useIsGone(number: string): boolean {
  const { data } = useQuery({
    queryKey: goneKey(number),
    queryFn: () => false,
    initialData: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
