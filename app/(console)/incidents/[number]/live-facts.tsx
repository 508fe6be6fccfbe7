'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useHealth } from '@/lib/client/store/use-health';
import { useNow } from '@/lib/client/store/use-now';
import { useOpenIncidents } from '@/lib/client/store/use-open-incidents';
import { useSilence } from '@/lib/client/stream/use-silence';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { Matrix } from '@/lib/domain/degradation/matrix';
import type { MatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import type { HealthView } from '@/lib/domain/health/target-snapshot';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { type RowHolder, rowHolders } from '@/lib/domain/incident/row-holding';

interface LiveFacts {
  /** As it may be shown now: what is not fresh is unknown. */
  matrix: Matrix;
  catalogue: MatrixCatalogue;
  /** The open incidents that hold rows (rule I22). */
  holders: readonly RowHolder[];
  /** What advice rests on: the same, but while this page hears nothing as of when it last did (rule N0). */
  advice: Matrix;
  /** Since when this page hears nothing, ISO UTC; null while it does. */
  silentSince: string | null;
  nowMs: number;
}

const LiveFactsContext = createContext<LiveFacts | null>(null);

interface LiveFactsProviderProps {
  catalogue: MatrixCatalogue;
  health: HealthView;
  /** The open incidents that this person may see. */
  incidents: IncidentSummary[];
  nowMs: number;
  children: ReactNode;
}

/** The live matrix and the time, once a second, for the parts of the record that depend on them; the others stay as they are. */
export function LiveFactsProvider({ catalogue, children, ...initial }: LiveFactsProviderProps) {
  const nowMs = useNow(1_000, initial.nowMs);
  const health = useHealth(initial.health);
  const incidents = useOpenIncidents(initial.incidents);
  const holders = useMemo(() => rowHolders(incidents), [incidents]);
  const silence = useSilence();
  const value = useMemo(() => {
    const matrix = buildMatrix(catalogue, health, nowMs);
    if (silence === undefined) return { matrix, advice: matrix, silentSince: null, catalogue, holders, nowMs };
    const sinceMs = silence ?? initial.nowMs;
    const advice = buildMatrix(catalogue, health, sinceMs);
    return { matrix, advice, silentSince: new Date(sinceMs).toISOString(), catalogue, holders, nowMs };
  }, [catalogue, health, holders, nowMs, silence, initial.nowMs]);
  return <LiveFactsContext value={value}>{children}</LiveFactsContext>;
}

/** The live matrix and the time of now. Throws outside the provider. */
export function useLiveFacts(): LiveFacts {
  const facts = useContext(LiveFactsContext);
  if (!facts) throw new Error('no live facts around this part');
  return facts;
}
