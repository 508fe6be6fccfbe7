import type { IncidentStatus } from './incident';

/** An incident as lists show it. `commander` is a name; times are ISO UTC. */
export interface IncidentSummary {
  number: string;
  title: string;
  severity: string;
  status: IncidentStatus;
  commander: string | null;
  /** Ids of the services that it is about. */
  services: string[];
  /** True when only the people it names may know of it. */
  isPrivate: boolean;
  declaredAt: string;
  lastSeq: number;
  resolvedAt: string | null;
  /** Id of the class. */
  failureClass: string | null;
  mergedInto: string | null;
  postmortemDueAt: string | null;
  postmortemFinishedAt: string | null;
  /** By when people are promised the next update; null when none is. */
  updateDueAt: string | null;
}
