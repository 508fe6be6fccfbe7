import type { Actor } from '@/lib/domain/access/actor';
import { type IncidentState, incidentRoles } from '@/lib/domain/incident/incident';
import type { RecordAction } from './record-action';
import { roleWords } from './role-words';

const nothing = () => ({});
const person = { name: 'personId', label: 'Who', kind: 'person' } as const;

/** One that is sent at once, with nothing to say. */
function plain(id: string, label: string, command: RecordAction['command'], keys?: string): RecordAction {
  return { id, label, ...(keys && { keys }), group: 'command', command, ask: null, toInput: nothing };
}

function takeCommand(commander: IncidentState['commander']): RecordAction {
  const take = plain('take-command', 'Take command', 'incident.take_command', 'c');
  if (!commander) return take;
  const title = `Take command from ${commander.name}`;
  const description = 'For when they are away. If they are here, let them hand over: you get a summary.';
  return { ...take, label: `${title}…`, ask: { title, description, fields: [], submit: 'Take command', look: 'go' } };
}

function commandActions({ commander, offer }: IncidentState, { id }: Actor): RecordAction[] {
  if (offer?.to.id === id)
    return [
      plain('accept-command', 'Accept command', 'incident.accept_command', 'c'),
      plain('decline-command', 'Decline command', 'incident.decline_command'),
    ];
  const withdraw = plain('withdraw-offer', 'Take back the offer of command', 'incident.decline_command');
  return [...(offer?.from.id === id ? [withdraw] : []), commander?.id === id ? offerCommand : takeCommand(commander)];
}

const offerCommand: RecordAction = {
  ...{
    id: 'offer-command',
    label: 'Hand over command…',
    keys: 'h',
    group: 'command',
    command: 'incident.offer_command',
  },
  ask: {
    title: 'Hand over command',
    description: 'You command until they accept. They read first how things stand: state, open steps, what is due.',
    fields: [{ ...person, mayCommand: true }],
    submit: 'Offer command',
    look: 'go',
  },
  toInput: ({ personId }) => ({ personId }),
};

function roleActions({ roles, experts }: IncidentState, { id: meId }: Actor): RecordAction[] {
  const assign = [...incidentRoles, 'expert' as const].map((role): RecordAction => {
    const words = roleWords[role];
    return {
      ...{ id: `assign-${role}`, label: `Name ${role === 'expert' ? 'an' : 'the'} ${words}…`, group: 'people' },
      command: 'incident.assign_role',
      ask: {
        title: `Name ${role === 'expert' ? 'an' : 'the'} ${words}`,
        fields: [{ ...person, meId }],
        submit: 'Name',
        look: 'go',
      },
      toInput: ({ personId }) => ({ role, personId }),
    };
  });
  const held = [
    ...incidentRoles.flatMap((role) => (roles[role] ? [{ role, holder: roles[role] }] : [])),
    ...experts.map((holder) => ({ role: 'expert' as const, holder })),
  ];
  const leave = held.map(
    ({ role, holder }): RecordAction => ({
      ...{
        id: `leave-${role}-${holder.id}`,
        label: `End ${holder.name}’s time as ${roleWords[role]}`,
        group: 'people',
      },
      ...{ command: 'incident.leave_role', ask: null, toInput: () => ({ role, personId: holder.id }) },
    }),
  );
  return [...assign, ...leave];
}

/** Who commands, who helps. */
export function peopleActions(incident: IncidentState, actor: Actor): RecordAction[] {
  if (incident.status === 'closed') return [];
  return [...commandActions(incident, actor), ...roleActions(incident, actor)];
}
