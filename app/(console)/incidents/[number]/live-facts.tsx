'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useHealth } from '@/lib/client/store/use-health';
import { useNow } from '@/lib/client/store/use-now';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { Matrix } from '@/lib/domain/degradation/matrix';
import type { MatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import type { HealthView } from '@/lib/domain/health/target-snapshot';

interface LiveFacts {
  matrix: Matrix;
  nowMs: number;
}

const LiveFactsContext = createContext<LiveFacts | null>(null);

interface LiveFactsProviderProps {
  catalogue: MatrixCatalogue;
  health: HealthView;
  nowMs: number;
  children: ReactNode;
}

/** The live matrix and the time, once a second, for the parts of the record that depend on them; the others stay as they are. */
export function LiveFactsProvider({ catalogue, children, ...initial }: LiveFactsProviderProps) {
  const nowMs = useNow(1_000, initial.nowMs);
  const health = useHealth(initial.health);
  const value = useMemo(() => ({ matrix: buildMatrix(catalogue, health, nowMs), nowMs }), [catalogue, health, nowMs]);
  return <LiveFactsContext value={value}>{children}</LiveFactsContext>;
}

/** The live matrix and the time of now. Throws outside the provider. */
export function useLiveFacts(): LiveFacts {
  const facts = useContext(LiveFactsContext);
  if (!facts) throw new Error('no live facts around this part');
  return facts;
}
