import type { IncidentStatus } from './incident';

/** An incident as lists show it. `commander` is a name; `declaredAt` is ISO UTC. */
export interface IncidentSummary {
  number: string;
  title: string;
  severity: string;
  status: IncidentStatus;
  commander: string | null;
  declaredAt: string;
  lastSeq: number;
}
