'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useKnownIncidents } from '@/lib/client/store/use-open-incidents';
import { usePeople } from '@/lib/client/store/use-people';
import type { PaletteEntry } from './palette-entries';

/** Each open incident, and each person with what they had to do with; people only for those who may name them. */
export function useKnownPlaces(maySeePeople: boolean): PaletteEntry[] {
  const router = useRouter();
  const incidents = useKnownIncidents();
  const { people } = usePeople(maySeePeople);
  return useMemo(() => {
    const open = incidents.map(({ number, title, severity, status, services, commander }) => ({
      ...{ id: `incident-${number}`, label: `${number}: ${title}`, group: 'Open incidents', isView: true },
      keywords: [severity, status, ...services, commander ?? ''].join(' '),
      run: () => router.push(`/incidents/${number}`),
    }));
    const named = (people ?? []).map(({ id, name, role }) => ({
      ...{ id: `person-${id}`, label: `${name}: incidents`, group: 'People', keywords: `person ${role}`, isView: true },
      run: () => router.push(searchPath(name)),
    }));
    return [...open, ...named];
  }, [router, incidents, people]);
}

/** The list of incidents, searched for these words. */
export function searchPath(words: string): string {
  return `/incidents?q=${encodeURIComponent(words)}`;
}
