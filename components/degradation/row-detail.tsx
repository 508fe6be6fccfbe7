'use client';

import type { ReactNode } from 'react';
import type { UserFunction } from '@/lib/domain/catalogue/catalogue';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import type { RowKnowledge } from '@/lib/domain/degradation/row-knowledge';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { BlastRadius } from './blast-radius';
import { DetailLines } from './detail-lines';
import { DetailSection } from './detail-section';
import { HistoryPanel } from './history-panel';
import { InstanceTable } from './instance-table';
import { RowDo } from './row-do';
import { RowLinks } from './row-links';

export interface RowDetailProps {
  row: MatrixRow;
  knowledge: RowKnowledge;
  functions: UserFunction[];
  /** The platform's targets. */
  targets: TargetSnapshot[];
  nowMs: number;
  /** True for those who can confirm what the catalogue assumes. */
  showsAssumed: boolean;
  /** The button that declares from this row; null when one may not. */
  declare: ReactNode;
}

const failureWords = {
  soft: 'Fails soft: requests go on without it.',
  loud: 'Fails loud: requests that need it are refused.',
};

/** What a row opens to: still works, fails, do, links; who says so; and how it went. */
export function RowDetail({ row, knowledge, functions, targets, nowMs, showsAssumed, declare }: RowDetailProps) {
  const { service } = knowledge;
  const assumed = showsAssumed ? service.assumed : [];
  return (
    <div className="grid gap-4 px-3.5 py-3.5 sm:px-5">
      {row.flapping && <p className="font-semibold text-degraded">{`This row is ${row.flapping}.`}</p>}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <DetailLines title="Still works" lines={service.stillWorks} path="stillWorks" assumed={assumed} />
        <DetailLines title="Fails" lines={service.fails} path="fails" assumed={assumed}>
          <li className="text-dim">{failureWords[service.failure]}</li>
        </DetailLines>
        <RowDo service={service} assumed={assumed} declare={declare} />
        <RowLinks knowledge={knowledge} nowMs={nowMs} />
      </div>
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        <BlastRadius service={service} functions={functions} assumed={assumed} />
        <DetailSection title="Who says so">
          <InstanceTable service={service} targets={targets} nowMs={nowMs} />
        </DetailSection>
      </div>
      <HistoryPanel serviceId={row.serviceId} name={row.name} instances={row.instances} nowMs={nowMs} />
    </div>
  );
}
