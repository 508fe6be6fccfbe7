import type { StepDoing } from '@/lib/domain/triage/step-doing';

/** What a button says that does a step. */
export function doingWords(doing: StepDoing): string {
  switch (doing.kind) {
    case 'tick':
      return 'Tick';
    case 'answer':
      return 'Answer';
    case 'classify':
      return 'Choose the failure class';
    case 'capture':
      return 'Save the evidence…';
    case 'open':
      return doing.checklist === null ? 'Open a runbook…' : 'Open the checklist';
    case 'command':
      return commandWords(doing);
  }
}

function commandWords({ command, of }: Extract<StepDoing, { kind: 'command' }>): string {
  switch (command) {
    case 'incident.raise_severity':
      return `Raise to ${of}…`;
    case 'incident.lower_severity':
      return `Lower to ${of}…`;
    case 'incident.take_command':
      return 'Take command';
    case 'incident.identify':
      return 'Mark identified';
    case 'incident.mitigate':
      return 'Mark mitigated…';
    case 'incident.resolve':
      return 'Resolve…';
    case 'triage.call_backup':
      return 'Call backup';
    case 'triage.open_checklist':
      return 'Open the checklist';
    case 'comms.send_update':
      return 'Write the update';
  }
}
