import type { DecideContext } from '../access/actor';
import type { AccessRole } from '../access/role';
import type { CatalogueContent } from '../catalogue/catalogue-content';
import type { ActorRef } from '../kernel/event';
import type { IncidentStatus } from './incident';

/** Somebody whom a command names. */
export interface NamedPerson extends ActorRef {
  role: AccessRole;
  /** False once they can no longer sign in. */
  isActive: boolean;
}

/** Another incident that a command names, as the actor may see it. */
export interface OtherIncident {
  number: string;
  title: string;
  status: IncidentStatus;
  mergedInto: string | null;
  visibleTo: ActorRef[] | null;
}

/** The entry of the timeline that a command names. */
export interface NamedEntry {
  seq: number;
  type: string;
  by: ActorRef;
}

/**
 * What the server looked up for one command; null for what is not there. A browser that decides ahead of the server
 * has none of it: such a command then waits for the server's answer.
 */
export interface LookedUp {
  catalogue?: CatalogueContent;
  people?: (NamedPerson | null)[];
  other?: OtherIncident | null;
  entry?: NamedEntry | null;
}

/** What the decide of a command on an existing record may know. */
export interface RecordContext extends DecideContext {
  looked?: LookedUp;
}
