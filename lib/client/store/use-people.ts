'use client';

import { useQuery } from '@tanstack/react-query';
import type { ListedPerson } from '@/lib/domain/access/listed-person';
import { peopleKey } from './query-keys';

const freshMs = 60_000;

/** The people who can be given something to do; asked for when first wanted. `hasFailed` says that they could not be had. */
export function usePeople(isWanted: boolean): { people: ListedPerson[] | null; hasFailed: boolean } {
  const { data, isError } = useQuery({
    queryKey: peopleKey,
    queryFn: fetchPeople,
    enabled: isWanted,
    staleTime: freshMs,
  });
  return { people: data ?? null, hasFailed: isError && !data };
}

async function fetchPeople(): Promise<ListedPerson[]> {
  const response = await fetch('/api/v1/people', { cache: 'no-store' });
  if (!response.ok) throw new Error(`the list of people answered ${response.status}`);
  return ((await response.json()) as { people: ListedPerson[] }).people;
}
