'use client';

import { useMemo } from 'react';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { notRequired } from '@/lib/domain/catalogue/not-required';
import { useLiveFacts } from './live-facts';

/** Rule E13: what is not required right now, by recipe, with why; the same object as long as it says the same. */
export function useNotRequired(recipes: readonly EvidenceRecipe[]): Readonly<Record<string, string>> {
  const { matrix } = useLiveFacts();
  const rows = matrix.rows.map(({ serviceId: id, name, status }) => ({ id, name, status }));
  const said = JSON.stringify(notRequired(recipes, rows));
  return useMemo(() => JSON.parse(said) as Record<string, string>, [said]);
}
