import { type AnyAction, isAllowed } from '../access/who-may';
import type { IncidentStatus } from '../incident/incident';
import type { NowAct, NowFacts, NowLine } from './now-line';

const moves: Record<IncidentStatus, AnyAction> = {
  investigating: 'incident.go_back',
  identified: 'incident.identify',
  mitigated: 'incident.mitigate',
  resolved: 'incident.resolve',
  closed: 'incident.close',
};

/** What an act of the line asks of whoever does it; null for what everybody may. */
function actionOf(act: NowAct): AnyAction | null {
  switch (act.kind) {
    case 'open_incident':
    case 'accept_command':
      return null;
    case 'take_command':
      return 'incident.take_command';
    case 'tick':
      return 'triage.tick';
    case 'answer':
      return 'triage.answer_question';
    case 'perform':
      return doingAction(act);
    case 'capture':
      return 'evidence.add';
    case 'set_class':
      return 'triage.set_failure_class';
    case 'call_backup':
      return 'triage.call_backup';
    case 'raise_severity':
      return 'incident.raise_severity';
    case 'move':
      return moves[act.to];
    case 'postmortem':
      return 'review.save_postmortem';
    case 'write_update':
      return 'comms.send_update';
    case 'post_texts':
      return 'comms.mark_posted';
    case 'ask':
      return 'timeline.add_note';
  }
}

function doingAction({ doing }: Extract<NowAct, { kind: 'perform' }>): AnyAction {
  switch (doing.kind) {
    case 'command':
      return doing.command;
    case 'open':
      return 'triage.open_checklist';
    case 'capture':
      return 'evidence.add';
    case 'answer':
      return 'triage.answer_question';
    case 'tick':
      return 'triage.tick';
    case 'classify':
      return 'triage.set_failure_class';
  }
}

/** Rule N24: nobody is led to what they may not do; the line names who may, and asks them. */
export function forRole(facts: NowFacts, line: NowLine): NowLine {
  const { actor, incident } = facts;
  if (!line.act) return line;
  const action = actionOf(line.act);
  const speaker = facts.telling?.asks ?? null;
  // Which updates are whose is not a matter of the role alone; the telling rules have named them already.
  if (speaker !== null && action?.startsWith('comms.')) return askLine(facts, speaker, line);
  if (action === null || isAllowed(actor.role, action)) return line;
  const { commander } = incident;
  const why = `${line.why} It takes the commander role.`;
  if (!commander || commander.id === actor.id) return { rule: line.rule, say: `Find a commander: ${line.say}`, why };
  return askLine(facts, commander.name, { ...line, why });
}

function askLine({ actor }: NowFacts, name: string, { rule, say, why }: NowLine): NowLine {
  const line = { rule, say: say.startsWith(`Ask ${name}`) ? say : `Ask ${name}: ${say}`, why };
  const act: NowAct = { kind: 'ask', name, text: `${line.say} ${why}` };
  return isAllowed(actor.role, 'timeline.add_note') ? { ...line, act } : line;
}
