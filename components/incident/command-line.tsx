'use client';

import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { IncidentState } from '@/lib/domain/incident/incident';

interface CommandLineProps {
  incident: IncidentState;
  actor: Actor;
  onTakeCommand: () => void;
}

function commandWords({ commander }: IncidentState, actor: Actor): string {
  if (!commander) return 'nobody commands yet';
  return commander.id === actor.id ? 'you command' : `${commander.name} commands`;
}

/** The number, who commands, and the way to take over. */
export function CommandLine({ incident, actor, onTakeCommand }: CommandLineProps) {
  const mayTake =
    isAllowed(actor.role, 'incident.take_command') &&
    incident.commander?.id !== actor.id &&
    incident.status !== 'closed';
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-dim">
      <span className="whitespace-nowrap">{incident.number}</span>
      <span aria-hidden="true">·</span>
      <span>{commandWords(incident, actor)}</span>
      {mayTake && (
        <button
          type="button"
          onClick={onTakeCommand}
          className="rounded-sm py-0.5 font-semibold text-accent hover:underline pointer-coarse:py-2.5"
        >
          Take command
        </button>
      )}
    </p>
  );
}
