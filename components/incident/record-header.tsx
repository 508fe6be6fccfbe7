import type { ReactNode } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { CommandLine } from './command-line';
import { OpenClock } from './open-clock';
import { StateSteps } from './state-steps';

interface RecordHeaderProps {
  incident: IncidentState;
  actor: Actor;
  nowMs: number;
  /** The severity with its menu. */
  severity: ReactNode;
  onTakeCommand: () => void;
}

/** Who commands, how bad it is, which state, how long already. */
export function RecordHeader({ incident, actor, nowMs, severity, onTakeCommand }: RecordHeaderProps) {
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 sm:px-5">
      {severity}
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="line-clamp-2 font-semibold text-xl leading-tight tracking-tight" title={incident.title}>
          {incident.title}
        </h1>
        <CommandLine incident={incident} actor={actor} onTakeCommand={onTakeCommand} />
      </div>
      <StateSteps status={incident.status} />
      <OpenClock declaredAt={incident.declaredAt} nowMs={nowMs} />
    </div>
  );
}
