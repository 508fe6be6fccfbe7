import type { IncidentStatus } from './incident';

export const postmortemStates = ['owed', 'overdue', 'done'] as const;
export type PostmortemState = (typeof postmortemStates)[number];

/** What a list of incidents is narrowed to. What is not given narrows nothing. */
export interface IncidentFilter {
  status?: IncidentStatus | 'open';
  severity?: string;
  /** The id of a class, or `none` where nobody found one. */
  failureClass?: string;
  /** Declared from this service. */
  service?: string;
  /** A name as it was when they took command, in any case of letters; or a person's id. */
  commander?: string;
  /** Words that all occur somewhere in the incident: its title, notes, causes. Each may be the beginning of a longer one. */
  q?: string;
  /** Declared at this moment or later; ISO UTC. */
  from?: string;
  /** Declared before this moment; ISO UTC. */
  before?: string;
  postmortem?: PostmortemState;
}
