'use client';

import { useMemo } from 'react';
import { BrokenBookmarks } from '@/components/degradation/broken-bookmarks';
import { FullMatrix } from '@/components/degradation/full-matrix';
import { FunctionFilter } from '@/components/degradation/function-filter';
import { MatrixFoot } from '@/components/degradation/matrix-foot';
import { sortRows, touches } from '@/components/degradation/matrix-view';
import { OpenedRow } from '@/components/degradation/opened-row';
import { isQuiet } from '@/components/degradation/row-heat';
import { RowWays } from '@/components/degradation/row-ways';
import { UnmappedNote } from '@/components/degradation/unmapped-note';
import { useMatrixView } from '@/components/degradation/use-matrix-view';
import { Time } from '@/components/ui/time';
import { useHold } from '@/components/ui/use-hold';
import { useHealth } from '@/lib/client/store/use-health';
import { useNow } from '@/lib/client/store/use-now';
import { useKnownIncidents } from '@/lib/client/store/use-open-incidents';
import type { AccessRole } from '@/lib/domain/access/role';
import { isAtLeast } from '@/lib/domain/access/role';
import type { BrokenBookmark } from '@/lib/domain/degradation/broken-bookmark';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { Matrix, MatrixRow } from '@/lib/domain/degradation/matrix';
import type { MatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import type { RowKnowledge } from '@/lib/domain/degradation/row-knowledge';
import type { HealthView } from '@/lib/domain/health/target-snapshot';
import { useDeclareFromRow } from './use-declare-from-row';
import { useHeldBy } from './use-held-by';

interface MatrixScreenProps {
  role: AccessRole;
  catalogue: MatrixCatalogue;
  /** Of the row that the address opens. */
  opened: RowKnowledge | null;
  /** Tools that did not answer when they were last asked. */
  broken: BrokenBookmark[];
  health: HealthView;
  nowMs: number;
}

function Head({ matrix, nowMs }: { matrix: Matrix; nowMs: number }) {
  return (
    <div className="grid gap-1">
      <h1 className="font-semibold text-xl tracking-tight">Matrix</h1>
      <p className="text-dim">
        {matrix.sentence}
        <span className="hidden print:inline">
          {' As of '}
          <Time iso={new Date(nowMs).toISOString()} nowMs={0} seconds zone />.
        </span>
      </p>
    </div>
  );
}

/** What a row opens to, with all that it needs of the page. */
function useDetail({ role, catalogue, opened }: MatrixScreenProps, health: HealthView, nowMs: number) {
  const declare = useDeclareFromRow();
  const heldBy = useHeldBy(useKnownIncidents());
  const targets = health.targets.filter((target) => !target.self);
  return (row: MatrixRow) => {
    const number = isQuiet(row) ? null : heldBy(row.serviceId);
    const ways = declare && !isQuiet(row) && <RowWays number={number} onDeclare={() => declare(row)} />;
    const page = { functions: catalogue.functions, targets, nowMs, showsAssumed: role === 'lead' };
    const known = opened?.service.id === row.serviceId ? opened : undefined;
    return <OpenedRow key={row.serviceId} row={row} known={known} {...page} declare={ways || null} />;
  };
}

/** The matrix in full: what each service does to users, live, and all that the catalogue knows of it. */
export function MatrixScreen(props: MatrixScreenProps) {
  const { role, catalogue } = props;
  const nowMs = useNow(1_000, props.nowMs);
  const health = useHealth(props.health);
  const { isHeld, hold } = useHold();
  const functionIds = useMemo(() => catalogue.functions.map(({ id }) => id), [catalogue]);
  const ladder = useMemo(() => catalogue.severities.map(({ id }) => id), [catalogue]);
  const { view, change } = useMatrixView(functionIds);
  const matrix = useMemo(() => buildMatrix(catalogue, health, nowMs), [catalogue, health, nowMs]);
  const renderDetail = useDetail(props, health, nowMs);
  const { functionId } = view;
  const touched = catalogue.services.filter((service) => functionId === null || touches(service, functionId));
  const ids = new Set(touched.map(({ id }) => id));
  const rows = sortRows(matrix.rows, view, ladder).filter(({ serviceId }) => ids.has(serviceId));
  const table = { rows, total: matrix.rows.length, ladder, nowMs, isHeld, view, renderDetail };
  return (
    <div className="matrix-page grid content-start gap-4 px-4 py-4 sm:px-5">
      <Head matrix={matrix} nowMs={nowMs} />
      <FunctionFilter
        functions={matrix.functions}
        chosen={functionId}
        onChoose={(chosen) => change({ functionId: chosen })}
      />
      <div className="grid content-start gap-3" {...hold}>
        <FullMatrix {...table} onChange={change} />
        <UnmappedNote unmapped={matrix.unmapped} />
        <BrokenBookmarks broken={props.broken} nowMs={nowMs} />
      </div>
      <MatrixFoot canSeeDrift={isAtLeast(role, 'commander')} />
    </div>
  );
}
