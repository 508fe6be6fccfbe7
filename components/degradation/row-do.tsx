import type { ReactNode } from 'react';
import type { Service } from '@/lib/domain/catalogue/catalogue';
import { AssumedMark } from './assumed-mark';
import { DetailSection } from './detail-section';
import { isAssumed } from './is-assumed';
import { RunbookName } from './runbook-name';

interface RowDoProps {
  service: Service;
  assumed: string[];
  declare: ReactNode;
}

function Severity({ service, level, assumed }: { service: Service; level: 'degraded' | 'down'; assumed: string[] }) {
  const { severity } = service[level];
  return (
    <li>
      {level === 'down' ? 'Down: ' : 'Degraded: '}
      <strong className="font-semibold">{severity ?? 'no severity'}</strong>
      {isAssumed(assumed, `${level}.severity`) && <AssumedMark />}
    </li>
  );
}

/** The next step: the runbook, the severity it calls for, and what its alerts mean. */
export function RowDo({ service, assumed, declare }: RowDoProps) {
  const { runbook, alerts } = service;
  return (
    <DetailSection title="Do">
      <ul className="grid gap-1">
        {runbook && (
          <li>
            Follow <RunbookName runbook={runbook} />
          </li>
        )}
        <Severity service={service} level="degraded" assumed={assumed} />
        <Severity service={service} level="down" assumed={assumed} />
        {alerts.map(({ name, meaning, severity }) => (
          <li key={name}>
            <span className="mono break-all">{name}</span>
            {`: ${meaning}${severity ? ` ${severity}.` : ''}`}
          </li>
        ))}
      </ul>
      {declare && <div className="no-print pt-1">{declare}</div>}
    </DetailSection>
  );
}
