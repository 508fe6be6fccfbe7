'use client';

import { useMemo } from 'react';
import { ViewerLine } from '@/components/access/viewer-line';
import { BrokenBookmarks } from '@/components/degradation/broken-bookmarks';
import { FunctionsPanel } from '@/components/degradation/functions-panel';
import { MatrixTable } from '@/components/degradation/matrix-table';
import { MisnamedTargetsNote } from '@/components/degradation/misnamed-targets-note';
import { SituationHead } from '@/components/degradation/situation-head';
import { UnmappedNote } from '@/components/degradation/unmapped-note';
import { TargetsPanel } from '@/components/health/targets-panel';
import { IncidentStrip } from '@/components/incident/incident-strip';
import { PagedLine } from '@/components/triage/paged-line';
import { useHold } from '@/components/ui/use-hold';
import { useHeadCounts } from '@/lib/client/store/use-head-counts';
import { useHealth } from '@/lib/client/store/use-health';
import { useNow } from '@/lib/client/store/use-now';
import { useOpenIncidents } from '@/lib/client/store/use-open-incidents';
import { useSilence } from '@/lib/client/stream/use-silence';
import type { Actor } from '@/lib/domain/access/actor';
import type { HeadCount } from '@/lib/domain/access/presence';
import { isAllowed, readsInside } from '@/lib/domain/access/who-may';
import { saySure } from '@/lib/domain/comms/stakeholder-line';
import type { BrokenBookmark } from '@/lib/domain/degradation/broken-bookmark';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { MatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { isUneasy } from '@/lib/domain/degradation/say-what-users-feel';
import type { HealthView } from '@/lib/domain/health/target-snapshot';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { useDeclareFromRow } from './matrix/use-declare-from-row';
import { useHeldBy } from './matrix/use-held-by';

interface SituationScreenProps {
  actor: Actor;
  catalogue: MatrixCatalogue;
  health: HealthView;
  incidents: IncidentSummary[];
  headCounts: HeadCount[];
  /** Tools that did not answer when they were last asked. */
  broken: BrokenBookmark[];
  nowMs: number;
}

const toIso = (ms: number | null | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : null);

/** Puts the words together: health becomes the matrix every second, so staleness shows without a server. */
export function SituationScreen({ actor, catalogue, broken, ...initial }: SituationScreenProps) {
  const nowMs = useNow(1_000, initial.nowMs);
  const health = useHealth(initial.health);
  const incidents = useOpenIncidents(initial.incidents);
  const headCounts = useHeadCounts(initial.headCounts);
  const { isHeld, hold } = useHold();
  const declareFromRow = useDeclareFromRow();
  const heldBy = useHeldBy(incidents);
  const silentSinceMs = useSilence();
  const matrix = useMemo(() => buildMatrix(catalogue, health, nowMs), [catalogue, health, nowMs]);
  const spoken = useMemo(
    () => (typeof silentSinceMs === 'number' ? buildMatrix(catalogue, health, silentSinceMs) : matrix),
    [catalogue, health, silentSinceMs, matrix],
  );
  const ladder = useMemo(() => catalogue.severities.map(({ id }) => id), [catalogue]);
  const hasUneasy = matrix.unmapped.some(isUneasy);
  return (
    <div className="grid content-start gap-4 px-4 py-4 sm:px-5 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="grid gap-4 lg:col-span-2">
        <SituationHead matrix={spoken} ladder={ladder} nowMs={nowMs} silentSinceMs={silentSinceMs} />
        <IncidentStrip incidents={incidents} ladder={ladder} nowMs={nowMs} headCounts={headCounts} isHeld={isHeld} />
        {!readsInside(actor.role) && (
          <p className="text-dim">
            {saySure({ sentence: spoken.sentence, rows: matrix.rows, silentSince: toIso(silentSinceMs) })}
          </p>
        )}
        <ViewerLine role={actor.role} />
        {isAllowed(actor.role, 'incident.declare') && <PagedLine />}
      </div>
      <div className="grid content-start gap-3" {...hold}>
        <MisnamedTargetsNote services={catalogue.services} targets={health.targets} />
        {hasUneasy && <UnmappedNote unmapped={matrix.unmapped} />}
        <MatrixTable rows={matrix.rows} {...{ ladder, nowMs, isHeld, heldBy }} onDeclare={declareFromRow} />
        {!hasUneasy && <UnmappedNote unmapped={matrix.unmapped} />}
        <BrokenBookmarks broken={broken} nowMs={nowMs} />
      </div>
      <aside
        aria-label="Functions and targets"
        className="grid min-w-0 grid-cols-1 content-start gap-4 sm:max-lg:grid-cols-2"
      >
        <FunctionsPanel functions={matrix.functions} />
        <TargetsPanel health={health} nowMs={nowMs} />
      </aside>
    </div>
  );
}
