import { type EventWords, saidMinute, say } from '../kernel/event-words';
import { describeMilestone } from './describe-milestone';
import type { IncidentEvent } from './events';
import type { DeclaredSituation, Despite } from './incident';
import { sayDespite } from './red-rows';

const roleWords = { deputy: 'deputy', scribe: 'scribe', commsLead: 'comms lead', expert: 'expert' };

/** Every fact about the incident itself; an exhaustive switch, so that a new one without words does not compile. */
export function describeIncident(event: IncidentEvent): EventWords {
  switch (event.type) {
    case 'incident.declared':
      return say(`declared ${event.data.severity}`, `: ${event.data.title}`, {
        detail: describeSituation(event.data.situation),
        tone: 'loud',
      });
    case 'incident.severity_raised':
      return say(`raised severity to ${event.data.to}`, ` from ${event.data.from}`, {
        detail: event.data.reason,
        tone: 'loud',
      });
    case 'incident.severity_lowered':
      return say(`lowered severity to ${event.data.to}`, ` from ${event.data.from}`, {
        detail: event.data.reason,
        tone: 'decision',
      });
    case 'incident.severity_question_answered':
      return say(`answered ${event.data.answer}`, `: ${event.data.ask}`, { tone: 'decision' });
    case 'incident.milestone_set':
      return describeMilestone(event);
    case 'incident.services_changed':
      return describeServices(event.data);
    case 'incident.linked':
      return say('linked', ` ${event.data.to}: ${event.data.title}`);
    case 'incident.unlinked':
      return say('took back the link to', ` ${event.data.to}`);
    case 'incident.relation_told':
      return describeRelation(event.data);
    case 'incident.visibility_changed':
      return describeVisibility(event.data);
    case 'incident.command_taken':
    case 'incident.command_offered':
    case 'incident.command_declined':
    case 'incident.role_assigned':
    case 'incident.role_left':
      return describeRoles(event);
    default:
      return describeStatus(event);
  }
}

/** The matrix as it was at the declaration, in one entry: the sentence, its rows, and what each target said. */
function describeSituation(situation: DeclaredSituation | undefined): string | undefined {
  if (!situation) return undefined;
  const { sentence, rows, targets } = situation;
  const lines = rows.map(({ name, status, since, users }) => {
    const when = since ? ` since ${saidMinute(since)}` : '';
    return `- ${name} is ${status}${when}${users ? `: ${users}` : ''}`;
  });
  const asked = targets.map(({ name, status }) => `${name} ${status}`).join(', ');
  return [`Matrix: ${sentence}`, ...lines, ...(asked ? [`- Targets: ${asked}`] : [])].join('\n');
}

function describeServices({ added, removed }: Of<'incident.services_changed'>['data']): EventWords {
  const names = (services: typeof added) => services.map(({ name }) => name).join(', ');
  return added.length > 0
    ? say('added', ` ${names(added)} to what it is about`)
    : say('took', ` ${names(removed)} out of what it is about`);
}

type Of<Type extends string> = Extract<IncidentEvent, { type: Type }>;
type OnRole = Of<
  | 'incident.command_taken'
  | 'incident.command_offered'
  | 'incident.command_declined'
  | 'incident.role_assigned'
  | 'incident.role_left'
>;
type OnStatus = Of<
  | 'incident.identified'
  | 'incident.mitigated'
  | 'incident.resolved'
  | 'incident.closed'
  | 'incident.went_back'
  | 'incident.merged'
>;

function describeRoles(event: OnRole): EventWords {
  switch (event.type) {
    case 'incident.command_taken':
      return say('took command', event.data.from ? ` from ${event.data.from.name}` : '', { tone: 'decision' });
    case 'incident.command_offered':
      return say('offered command', ` to ${event.data.to.name}`, {
        detail: event.data.summary.map((line) => `- ${line}`).join('\n'),
        tone: 'decision',
      });
    case 'incident.command_declined':
      return event.data.by === 'offered'
        ? say('declined command', '', { tone: 'decision' })
        : say('took back the offer of command', ` to ${event.data.to.name}`, { tone: 'decision' });
    case 'incident.role_assigned': {
      const { role, person, from } = event.data;
      return say(`made ${person.name} ${roleWords[role]}`, from ? ` in place of ${from.name}` : '');
    }
    case 'incident.role_left':
      return say(`ended ${event.data.person.name}’s time as ${roleWords[event.data.role]}`);
  }
}

const despiteOf = ({ despite }: { despite?: Despite | undefined }) => (despite ? [sayDespite(despite)] : []);

function describeStatus(event: OnStatus): EventWords {
  switch (event.type) {
    case 'incident.identified':
      return say('marked it identified', ': the cause is known', { tone: 'decision' });
    case 'incident.mitigated':
      return say('marked it mitigated', '', {
        detail: [event.data.how, ...despiteOf(event.data)].join('\n'),
        tone: 'good',
      });
    case 'incident.resolved': {
      const { cause, mitigation } = event.data;
      const lines = [`Cause: ${cause}`, `Mitigated by: ${mitigation}`, ...despiteOf(event.data)];
      return say('resolved it', '', { detail: lines.join('\n'), tone: 'good' });
    }
    case 'incident.closed':
      return say('closed it', '', { tone: 'good' });
    case 'incident.went_back': {
      const { from, to, reason } = event.data;
      const lead = from === 'resolved' || from === 'closed' ? 'reopened it' : 'went back';
      return say(lead, ` to ${to} from ${from}`, { detail: reason, tone: 'loud' });
    }
    case 'incident.merged':
      return say(`merged it into ${event.data.into}`, `: ${event.data.title}`, { tone: 'decision' });
  }
}

/** The console's own fact, so it names who did it. */
function describeRelation({ other, title, how, by }: Of<'incident.relation_told'>['data']): EventWords {
  switch (how) {
    case 'linked':
      return say(`${by.name} linked ${other} to this incident`, `: ${title}`);
    case 'unlinked':
      return say(`${by.name} took back the link from ${other}`);
    case 'merged':
      return say(`${by.name} merged ${other} into this incident`, `: ${title}`, { tone: 'decision' });
    case 'unmerged':
      return say(`${by.name} took ${other} back out of this incident`, `: ${title}`, { tone: 'decision' });
  }
}

function describeVisibility({ visibleTo, reason }: Of<'incident.visibility_changed'>['data']): EventWords {
  if (visibleTo === null) return say('opened it to everybody', '', { detail: reason, tone: 'decision' });
  const names = visibleTo.map(({ name }) => name).join(', ');
  return say('made it private', ` to ${names}`, { detail: reason, tone: 'decision' });
}
