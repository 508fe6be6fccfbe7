import type { DecideContext } from '../access/actor';
import type { AccessRole } from '../access/role';
import type { Catalogue, Severity } from '../catalogue/catalogue';
import type { CatalogueContent } from '../catalogue/catalogue-content';
import type { CommsGuide, Destination } from '../catalogue/comms-guide';
import type { ActorRef } from '../kernel/event';
import type { IncidentStatus } from './incident';
import type { RowHolder } from './row-holding';

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

/** As health knows a component's status; structural, since health stands beside incident. */
type LiveStatus = 'ok' | 'degraded' | 'down' | 'disabled' | 'unknown';

/** What the live matrix says at the moment a command is decided: the part that texts are held against. */
export interface LiveSituation {
  /** `users` is what users feel, in one line. */
  rows: { serviceId: string; name: string; status: LiveStatus; since: string | null; users: string }[];
  functions: { id: string; name: string; status: LiveStatus }[];
  /** What users feel, in one true sentence, and who was asked; absent where nobody needs to know. */
  sentence?: string;
  targets?: { name: string; status: LiveStatus }[];
}

/** What deciding on a comms update needs: the catalogue of now, what is set up, and the live matrix. */
export interface CommsLookup extends Pick<CommsGuide, 'channels' | 'words'>, Pick<Catalogue, 'calendar'> {
  severities: Pick<Severity, 'id' | 'secondReview'>[];
  /** Where each channel's text goes, by channel; none is set up for what is absent or empty. */
  destinations: Record<string, Destination[]>;
  /** Per service, which functions it takes along, to tell rows that users feel. */
  feltBy: Record<string, { degraded: string[]; down: string[] }>;
  situation: LiveSituation;
  /** When the newest current answer was seen (ISO UTC), and how many probes have one; null while none has. */
  checked?: { at: string; probes: number } | null;
  /** What machines are called here, in lower case; none of it is said in public. */
  machineNames?: string[];
  /** The other open incidents that hold rows (rule I22); none while nobody looked. */
  holders?: readonly RowHolder[];
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
  comms?: CommsLookup;
  /** The rows of the live matrix. */
  live?: LiveSituation['rows'];
  /** The live matrix, for a new record. */
  situation?: LiveSituation;
  /** The other open incidents that hold rows (rule I22). */
  holders?: readonly RowHolder[];
}

/** What the decide of a command on an existing record may know. */
export interface RecordContext extends DecideContext {
  looked?: LookedUp;
}
