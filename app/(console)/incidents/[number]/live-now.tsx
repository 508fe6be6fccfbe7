'use client';

import { useMemo } from 'react';
import { LiveNowPanel } from '@/components/degradation/live-now-panel';
import { useHealth } from '@/lib/client/store/use-health';
import { useNow } from '@/lib/client/store/use-now';
import { buildMatrix, type MatrixCatalogue } from '@/lib/domain/degradation/build-matrix';
import type { HealthView } from '@/lib/domain/health/target-snapshot';

interface LiveNowProps {
  catalogue: MatrixCatalogue;
  health: HealthView;
  serviceIds: string[];
  nowMs: number;
}

/** The live matrix beside a record. A leaf of its own, so that its second does not redraw the timeline. */
export function LiveNow({ catalogue, serviceIds, ...initial }: LiveNowProps) {
  const nowMs = useNow(1_000, initial.nowMs);
  const health = useHealth(initial.health);
  const matrix = useMemo(() => buildMatrix(catalogue, health, nowMs), [catalogue, health, nowMs]);
  return <LiveNowPanel matrix={matrix} serviceIds={serviceIds} nowMs={nowMs} />;
}
