import type { SeverityProposal } from '@/lib/domain/degradation/matrix';
import type { RecordAction } from './record-action';

/** What the matrix says of the incident while a question is open. */
export interface LiveAsk {
  /** Its own rows that are down or degraded. */
  red: { name: string; status: string; users: string }[];
  proposal: SeverityProposal | null;
}

const goingOn = ['Users confirm that it works again. ', 'The row is wrong: '];

/** Rule I27: the question as it is asked right now: red rows are shown and take a reason; raising starts with its rule. */
export function liveAsk(action: RecordAction, { red, proposal }: LiveAsk): RecordAction {
  if (!action.ask) return action;
  const isEnding = action.command === 'incident.mitigate' || action.command === 'incident.resolve';
  if (isEnding && red.length > 0) {
    const names = red.map(({ name }) => name).join(', ');
    const label = `Why go on although ${names} ${red.length === 1 ? 'is' : 'are'} red`;
    const despite = { name: 'despite', label, kind: 'passage', maxLength: 1_000, suggestions: goingOn } as const;
    return { ...action, ask: { ...action.ask, warnings: red.map(warning), fields: [...action.ask.fields, despite] } };
  }
  if (proposal && action.id === `severity-${proposal.severity}`) {
    const initial = `${proposal.rule}: ${proposal.because}`;
    const fields = action.ask.fields.map((field) => (field.name === 'reason' ? { ...field, initial } : field));
    return { ...action, ask: { ...action.ask, fields } };
  }
  return action;
}

function warning({ name, status, users }: LiveAsk['red'][number]): string {
  return `${name} is ${status}${users ? `: ${users}` : ''}`;
}
