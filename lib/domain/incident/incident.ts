import type { ActorRef } from '../kernel/event';

export const incidentStates = ['investigating', 'identified', 'mitigated', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof incidentStates)[number];

/** The incident itself, folded from its events. Times are ISO UTC. */
export interface IncidentState {
  number: string;
  title: string;
  severity: string;
  /** The severities it was declared under, most severe first. */
  ladder: string[];
  status: IncidentStatus;
  commander: ActorRef | null;
  declaredBy: ActorRef;
  declaredAt: string;
  /** Ids of the services it was declared from. */
  services: string[];
  catalogVersion: string;
}
