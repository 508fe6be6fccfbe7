'use client';

import { useDeclare } from '@/components/incident/declare-provider';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';

/** Declares from a row of the matrix; undefined for people who may not. */
export function useDeclareFromRow(): ((row: MatrixRow) => void) | undefined {
  const declare = useDeclare();
  return declare ? ({ serviceId }) => declare({ serviceId }) : undefined;
}
