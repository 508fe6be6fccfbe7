import type { ReactNode } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { CatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { responseClock } from '@/lib/domain/incident/response-clock';
import { CommandLine } from './command-line';
import { OpenClock } from './open-clock';
import { SeverityControl } from './severity-control';
import { StateSteps } from './state-steps';

interface RecordHeaderProps {
  incident: IncidentState;
  actor: Actor;
  catalogue: Pick<CatalogueContent, 'severities' | 'calendar'>;
  nowMs: number;
  /** A clock of another kind, beside the response's. */
  clock?: ReactNode;
}

/** How bad it is, who commands, which state, how long already and until when. */
export function RecordHeader({ incident, actor, catalogue, nowMs, clock }: RecordHeaderProps) {
  const { severities, calendar } = catalogue;
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 sm:px-5">
      <SeverityControl incident={incident} />
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="line-clamp-2 font-semibold text-xl leading-tight tracking-tight" title={incident.title}>
          {incident.title}
        </h1>
        <CommandLine incident={incident} actor={actor} />
      </div>
      <StateSteps status={incident.status} />
      <OpenClock
        incident={incident}
        responseAt={(at) => responseClock(incident, severities, calendar, at)}
        nowMs={nowMs}
      >
        {clock}
      </OpenClock>
    </div>
  );
}
