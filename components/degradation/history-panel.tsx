'use client';

import { useState } from 'react';
import type { InstanceReading } from '@/lib/domain/degradation/matrix';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';
import { DetailSection } from './detail-section';
import { HistoryLegend } from './history-legend';
import { historyWindows } from './history-steps';
import { InstanceHistory } from './instance-history';
import { type IncidentMark, useIncidentsOf } from './use-incidents-of';

interface HistoryPanelProps {
  serviceId: string;
  name: string;
  instances: InstanceReading[];
  nowMs: number;
}

const toggle =
  'min-h-7 rounded-md border border-line px-2.5 text-dim text-sm hover:border-dim aria-pressed:border-accent aria-pressed:bg-accent-bg aria-pressed:text-text pointer-coarse:min-h-11';

function Incidents({ incidents, nowMs }: { incidents: IncidentMark[]; nowMs: number }) {
  if (incidents.length === 0) return null;
  return (
    <p className="text-dim text-sm">
      Incidents, dashed in the charts:{' '}
      {incidents.map(({ number, declaredAt }, index) => (
        <span key={number}>
          {index > 0 && ', '}
          <PlaceLink href={`/incidents/${number}`} className="text-accent underline">
            {number}
          </PlaceLink>{' '}
          (<Time iso={declaredAt} nowMs={nowMs} zone />)
        </span>
      ))}
    </p>
  );
}

/** How a service went, instance by instance: charts, or the same numbers as a table. */
export function HistoryPanel({ serviceId, name, instances, nowMs }: HistoryPanelProps) {
  const [span, setSpan] = useState<(typeof historyWindows)[number]>(historyWindows[0]);
  const [isTable, setIsTable] = useState(false);
  const known = useIncidentsOf(serviceId);
  const incidents = known.filter(({ declaredAt }) => Date.parse(declaredAt) >= nowMs - span.seconds * 1_000);
  const controls = (
    <div className="no-print ml-auto flex flex-wrap gap-1.5">
      {historyWindows.map((window) => (
        <button
          key={window.id}
          type="button"
          aria-pressed={window === span}
          aria-label={`History of ${window.label}`}
          onClick={() => setSpan(window)}
          className={toggle}
        >
          {window.label}
        </button>
      ))}
      <button type="button" aria-pressed={isTable} onClick={() => setIsTable(!isTable)} className={toggle}>
        Show as table
      </button>
    </div>
  );
  return (
    <DetailSection title={`History, last ${span.label}`} aside={controls}>
      {!isTable && <HistoryLegend />}
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        {instances.map((reading) => (
          <InstanceHistory
            key={`${reading.targetId}/${reading.component}`}
            reading={reading}
            serviceName={name}
            span={span}
            isTable={isTable}
            incidents={incidents}
          />
        ))}
      </div>
      {instances.length === 0 && <p className="text-dim">No target reports it, so there is no history.</p>}
      <Incidents incidents={incidents} nowMs={nowMs} />
    </DetailSection>
  );
}
