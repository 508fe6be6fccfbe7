import type { UpdatePromise } from '../catalogue/comms-guide';
import type { ActorRef } from '../kernel/event';
import type { Milestones } from './milestones';

export const incidentStates = ['investigating', 'identified', 'mitigated', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof incidentStates)[number];

/** The roles beside the commander that one person at a time holds; subject-matter experts are any number. */
export const incidentRoles = ['deputy', 'scribe', 'commsLead'] as const;
export type IncidentRole = (typeof incidentRoles)[number];

/** Command that was offered and not yet accepted. */
export interface CommandOffer {
  to: ActorRef;
  from: ActorRef;
  at: string;
  /** The state of things in a few lines, as it was when it was offered. */
  summary: string[];
}

/** What was answered to a question of the severity ladder. */
export interface SeverityAnswer {
  answer: 'yes' | 'no';
  /** The severity that "yes" leads to, and which way that is. */
  to: string;
  leads: 'up' | 'down';
  by: ActorRef;
  at: string;
}

/** The incident itself, folded from its events. Times are ISO UTC. */
export interface IncidentState {
  number: string;
  title: string;
  severity: string;
  /** The severities it was declared under, most severe first. */
  ladder: string[];
  status: IncidentStatus;
  /** When the status became what it is. */
  statusSince: string;
  commander: ActorRef | null;
  offer: CommandOffer | null;
  roles: Partial<Record<IncidentRole, ActorRef>>;
  experts: ActorRef[];
  declaredBy: ActorRef;
  declaredAt: string;
  milestones: Milestones;
  /** Ids of the services that it is about; none: all that no other incident is about (rule I22). */
  services: string[];
  /** What the live matrix said when it was declared; null when nobody looked, as in old records. */
  situation: DeclaredSituation | null;
  /** Ids of the services that were in trouble at some moment of it. */
  troubled: string[];
  /** Ids of those that were red when it was marked mitigated all the same, and have not been well since. */
  redWhenMitigated: string[];
  catalogVersion: string;
  /** By question. */
  answers: Record<string, SeverityAnswer>;
  /** As typed at resolve. */
  cause: string | null;
  mitigation: string | null;
  /** Numbers of incidents that have to do with it. */
  related: string[];
  /** The incident that goes on in its place. */
  mergedInto: string | null;
  /** Null: everybody who is signed in. Else only these people know that it exists. */
  visibleTo: ActorRef[] | null;
  /** Bookmarks that did not answer when it was declared. */
  brokenBookmarks: BrokenBookmark[];
  /** By severity, as the catalogue had it: by when people hear of it. None for a severity that nobody is told of. */
  updatePromises: Record<string, UpdatePromise>;
}

/** What one row of the matrix said at one moment. Times are ISO UTC. */
export interface RowSnapshot {
  serviceId: string;
  name: string;
  status: 'ok' | 'degraded' | 'down' | 'disabled' | 'unknown';
  since: string | null;
  /** What users feel, in one line. */
  users: string;
}

/** Why somebody went on while these rows were red. */
export interface Despite {
  reason: string;
  rows: { serviceId: string; name: string; status: 'degraded' | 'down' }[];
}

/** The live matrix at the declaration: its sentence, the rows that the incident is about, and who was asked. */
export interface DeclaredSituation {
  sentence: string;
  rows: RowSnapshot[];
  targets: { name: string; status: RowSnapshot['status'] }[];
}

/** A bookmark that did not answer at declare time: the first action item of the postmortem. */
export interface BrokenBookmark {
  id: string;
  label: string;
  url: string;
  detail: string;
}

/** What the record of another incident decided about this one. */
export type RelationChange = 'linked' | 'unlinked' | 'merged' | 'unmerged';
