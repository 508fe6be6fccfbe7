'use client';

import type { Actor } from '@/lib/domain/access/actor';
import { type IncidentState, incidentRoles } from '@/lib/domain/incident/incident';
import { PlaceLink } from '../ui/place-link';
import { ActionMenu } from './action-menu';
import { useActions } from './actions-provider';
import { HereChip } from './here-chip';
import { roleWords } from './role-words';

interface CommandLineProps {
  incident: IncidentState;
  actor: Actor;
}

function commandWords({ commander, offer }: IncidentState, actor: Actor): string {
  const who = !commander
    ? 'nobody commands yet'
    : commander.id === actor.id
      ? 'you command'
      : `${commander.name} commands`;
  return offer ? `${who}, offered to ${offer.to.id === actor.id ? 'you' : offer.to.name}` : who;
}

function roleLine({ roles, experts }: IncidentState): string[] {
  const held = incidentRoles.flatMap((role) => (roles[role] ? [`${roleWords[role]}: ${roles[role].name}`] : []));
  const names = experts.map(({ name }) => name).join(', ');
  return names ? [...held, `${experts.length === 1 ? 'expert' : 'experts'}: ${names}`] : held;
}

function Related({ numbers }: { numbers: string[] }) {
  if (numbers.length === 0) return null;
  return (
    <span>
      see also{' '}
      {numbers.map((number) => (
        <PlaceLink key={number} href={`/incidents/${number}`} className="mr-1.5 text-accent hover:underline">
          {number}
        </PlaceLink>
      ))}
    </span>
  );
}

/** The number, who is here, who commands and helps, and the ways to change that. */
export function CommandLine({ incident, actor }: CommandLineProps) {
  const { actions, run } = useActions();
  const take = actions.find(({ id }) => id === 'accept-command' || id === 'take-command');
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-dim">
      <span className="whitespace-nowrap">{incident.number}</span>
      <HereChip number={incident.number} ownId={actor.id} />
      {incident.visibleTo && (
        <span
          className="rounded-sm border border-edge px-1.5 text-xs"
          title={incident.visibleTo.map(({ name }) => name).join(', ')}
        >
          private
        </span>
      )}
      <span aria-hidden="true">·</span>
      <span>{commandWords(incident, actor)}</span>
      {take && (
        <button
          type="button"
          onClick={() => run(take.id)}
          className="rounded-sm py-0.5 font-semibold text-accent hover:underline pointer-coarse:py-2.5"
        >
          {take.id === 'accept-command' ? 'Accept command' : 'Take command'}
        </button>
      )}
      {roleLine(incident).map((words) => (
        <span key={words}>
          <span aria-hidden="true">· </span>
          {words}
        </span>
      ))}
      <Related numbers={incident.related} />
      <ActionMenu label="People and more" groups={['command', 'people', 'comms', 'record']} align="start">
        <span aria-hidden="true" className="rounded-sm px-1.5 text-accent hover:bg-raise">
          People and more ▾
        </span>
      </ActionMenu>
    </div>
  );
}
