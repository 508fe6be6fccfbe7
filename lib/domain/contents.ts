import { declare } from './incident/declare';
import type { IncidentEvent } from './incident/events';
import { evolveIncident } from './incident/evolve-incident';
import type { IncidentState } from './incident/incident';
import { lowerSeverity } from './incident/lower-severity';
import { raiseSeverity } from './incident/raise-severity';
import { takeCommand } from './incident/take-command';
import type { Recorded } from './kernel/event';
import { addNote } from './timeline/add-note';
import type { TimelineEvent } from './timeline/events';
import type { TriageEvent } from './triage/events';
import { evolveTriage } from './triage/evolve-triage';
import { tick } from './triage/tick';
import type { TriageState } from './triage/triage';
import { untick } from './triage/untick';

/** The command that opens a record. */
export const openingCommand = { 'incident.declare': declare };

/** The commands on a record that exists, each by its decide. Their shapes: inputs.ts. Who may send which: access/who-may.ts. */
export const recordCommands = {
  'incident.raise_severity': raiseSeverity,
  'incident.lower_severity': lowerSeverity,
  'incident.take_command': takeCommand,
  'triage.tick': tick,
  'triage.untick': untick,
  'timeline.add_note': addNote,
};

export type OpeningCommandType = keyof typeof openingCommand;
export type RecordCommandType = keyof typeof recordCommands;
export type CommandType = OpeningCommandType | RecordCommandType;

/** Every fact that a record can hold. */
export type DomainEvent = IncidentEvent | TriageEvent | TimelineEvent;
export type RecordedEvent = Recorded<DomainEvent>;

/** Everything that is folded from the events of one incident. */
export interface RecordState {
  incident: IncidentState;
  triage: TriageState;
}

/** The fold: what is known after one more event. Pure; the browser runs the same one. */
export function evolve(state: RecordState | null, event: RecordedEvent): RecordState {
  switch (event.type) {
    case 'incident.declared':
      return {
        incident: evolveIncident(null, event),
        triage: evolveTriage({ checklists: [], ticks: {} }, event),
      };
    case 'incident.severity_raised':
    case 'incident.severity_lowered':
    case 'incident.command_taken':
      return { ...declared(state, event), incident: evolveIncident(declared(state, event).incident, event) };
    case 'triage.item_ticked':
    case 'triage.item_unticked':
      return { ...declared(state, event), triage: evolveTriage(declared(state, event).triage, event) };
    case 'timeline.note_added':
      return declared(state, event);
  }
}

function declared(state: RecordState | null, event: RecordedEvent): RecordState {
  if (!state) throw new Error(`event ${event.seq} ${event.type} stands before the declaration`);
  return state;
}
