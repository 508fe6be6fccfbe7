/** What a runbook's commands may name in braces: the incident's number, and the day it was declared as `YYYY-MM-DD`. */
export interface RunbookVariables {
  incident: string;
  date: string;
}

/** Fills `{incident}` and `{date}` in a command. A shell's `${incident}` is the shell's. */
export function fillVariables(command: string, variables: RunbookVariables): string {
  return command.replace(/(?<!\$)\{(incident|date)\}/g, (_, name: keyof RunbookVariables) => variables[name]);
}
