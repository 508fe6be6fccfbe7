/** The commands that a step can stand for, each with what it names. */
const commands = {
  'incident.raise_severity': 'severity',
  'incident.lower_severity': 'severity',
  'incident.take_command': null,
  'incident.identify': null,
  'incident.mitigate': null,
  'incident.resolve': null,
  'triage.call_backup': null,
  'triage.open_checklist': 'checklist',
  'comms.send_update': null,
} as const;

export type StepCommand = keyof typeof commands;

/** What does a step, read from its `does`. `of` is the severity or the checklist that it names. */
export interface StepAct {
  command: StepCommand;
  of: string | null;
  names: 'severity' | 'checklist' | null;
}

/** What a step is bound to, read from its `doneBy`: evidence that is saved, or a checklist that is opened (null: any runbook's). */
export type StepBond = { by: 'evidence'; recipe: string } | { by: 'opening'; checklist: string | null };

/** How `does` is written, in words that follow "expected". */
export const actShape = `a command and what it names, one of ${Object.entries(commands)
  .map(([command, names]) => (names ? `${command} <${names}>` : command))
  .join(', ')}`;

/** How `doneBy` is written, in words that follow "expected". */
export const bondShape = 'evidence <recipe>, opening <runbook> or opening a runbook';

/** Null for what is no command of a step. */
export function readAct(does: string): StepAct | null {
  const [command = '', of = null, ...rest] = does.trim().split(/\s+/);
  if (!Object.hasOwn(commands, command) || rest.length > 0) return null;
  const names = commands[command as StepCommand];
  return (names === null) === (of === null) ? { command: command as StepCommand, of, names } : null;
}

/** Null for what binds a step to nothing known. */
export function readBond(doneBy: string): StepBond | null {
  const text = doneBy.trim();
  if (text === 'opening a runbook') return { by: 'opening', checklist: null };
  const [, by, of] = /^(evidence|opening) ([a-z0-9.-]+)$/.exec(text) ?? [];
  if (by === 'evidence' && of) return { by, recipe: of };
  return by === 'opening' && of ? { by, checklist: of } : null;
}
