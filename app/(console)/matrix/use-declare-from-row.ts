'use client';

import { useDeclare } from '@/components/incident/declare-provider';
import { toneWord } from '@/components/ui/tone';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';

/** Declares from a row of the matrix; undefined for people who may not. */
export function useDeclareFromRow(): ((row: MatrixRow) => void) | undefined {
  const declare = useDeclare();
  if (!declare) return undefined;
  return ({ name, status, serviceId, severity }) =>
    declare({
      title: `${name} is ${toneWord[status].toLowerCase()}`,
      services: [serviceId],
      proposed: severity ?? undefined,
    });
}
