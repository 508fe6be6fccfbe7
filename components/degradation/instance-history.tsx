'use client';

import { useMemo } from 'react';
import { serverNowMs } from '@/lib/client/store/server-clock';
import type { InstanceReading } from '@/lib/domain/degradation/matrix';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { useLatePart } from '../ui/use-late-part';
import { type HistoryWindow, sumUp, toSteps } from './history-steps';
import { HistoryTable } from './history-table';
import { useHistory } from './use-history';
import type { IncidentMark } from './use-incidents-of';

interface InstanceHistoryProps {
  reading: InstanceReading;
  serviceName: string;
  span: HistoryWindow;
  isTable: boolean;
  incidents: IncidentMark[];
}

const loadCharts = () => import('./history-charts').then((module) => module.HistoryCharts);

function Loading() {
  return (
    <div className="grid gap-2">
      <span className="sr-only">Loading the history</span>
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="grid justify-items-start gap-2">
      <p>The history could not be read. What the row says now is not touched by that.</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

/** The history of one instance: loading, failed, empty, as charts, or as a table. */
export function InstanceHistory({ reading, serviceName, span, isTable, incidents }: InstanceHistoryProps) {
  const { targetId, targetName, component } = reading;
  const { data, isError, refetch } = useHistory(targetId, component, span, serverNowMs);
  const { part: Charts, hasFailed } = useLatePart(loadCharts, !isTable);
  const steps = useMemo(() => (data ? toSteps(data) : []), [data]);
  const label = `${serviceName} at ${targetName}, last ${span.label}`;
  const content = () => {
    if (isError && !data) return <Failed onRetry={() => void refetch()} />;
    if (!data) return <Loading />;
    if (data.buckets.length === 0)
      return <p className="text-dim">No samples yet: history begins with the first poll.</p>;
    if (isTable || hasFailed) return <HistoryTable label={label} history={data} />;
    if (!Charts) return <Loading />;
    return <Charts label={`${label}. ${sumUp(data)}`} steps={steps} span={span} incidents={incidents} />;
  };
  return (
    <section aria-label={label} data-history={targetId} className="grid min-w-0 content-start gap-1.5">
      <p>
        {targetName} {component && <span className="mono text-dim">{component}</span>}
        {!component && <span className="text-dim text-sm">its whole answer, with what it depends on</span>}
      </p>
      {data && data.buckets.length > 0 && <p className="text-dim text-sm">{sumUp(data)}</p>}
      {content()}
    </section>
  );
}
