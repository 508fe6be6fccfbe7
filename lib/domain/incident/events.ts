import type { Checklist } from '../catalogue/catalogue';
import type { UpdatePromise } from '../catalogue/comms-guide';
import type { ActorRef, Fact } from '../kernel/event';
import type {
  BrokenBookmark,
  DeclaredSituation,
  Despite,
  IncidentRole,
  IncidentStatus,
  RelationChange,
} from './incident';
import type { MilestoneName } from './milestones';

/** What opens a record. What came later than the first release is optional: old records lack it. */
export interface Declared {
  number: string;
  title: string;
  severity: string;
  ladder: string[];
  services: string[];
  catalogVersion: string;
  checklists: Checklist[];
  impactStartedAt?: string | undefined;
  detectedAt?: string | undefined;
  visibleTo?: ActorRef[] | undefined;
  brokenBookmarks?: BrokenBookmark[] | undefined;
  /** What the live matrix said of it. */
  situation?: DeclaredSituation | undefined;
  /** By severity: by when people hear of it. */
  updatePromises?: Record<string, UpdatePromise> | undefined;
}

/** A service under the name that it had at that moment. */
interface NamedService {
  id: string;
  name: string;
}

interface SeverityChange {
  from: string;
  to: string;
  reason: string;
}

export type IncidentEvent =
  | Fact<'incident.declared', Declared>
  | Fact<'incident.severity_raised', SeverityChange>
  | Fact<'incident.severity_lowered', SeverityChange>
  | Fact<'incident.severity_question_answered', { ask: string; answer: 'yes' | 'no'; to: string; leads: 'up' | 'down' }>
  | Fact<'incident.command_taken', { commander: ActorRef; from: ActorRef | null }>
  | Fact<'incident.command_offered', { to: ActorRef; summary: string[] }>
  | Fact<'incident.command_declined', { to: ActorRef; by: 'offered' | 'offering' }>
  | Fact<'incident.role_assigned', { role: IncidentRole | 'expert'; person: ActorRef; from: ActorRef | null }>
  | Fact<'incident.role_left', { role: IncidentRole | 'expert'; person: ActorRef }>
  | Fact<'incident.services_changed', { added: NamedService[]; removed: NamedService[] }>
  | Fact<'incident.identified', { from: IncidentStatus }>
  | Fact<'incident.mitigated', { from: IncidentStatus; how: string; despite?: Despite | undefined }>
  | Fact<
      'incident.resolved',
      { from: IncidentStatus; cause: string; mitigation: string; despite?: Despite | undefined }
    >
  | Fact<'incident.closed', { from: IncidentStatus }>
  | Fact<'incident.went_back', { from: IncidentStatus; to: IncidentStatus; reason: string; outOf?: string | undefined }>
  | Fact<
      'incident.milestone_set',
      { milestone: MilestoneName; at: string; from: string | null; reason?: string | undefined }
    >
  | Fact<'incident.linked', { to: string; title: string }>
  | Fact<'incident.unlinked', { to: string }>
  | Fact<'incident.merged', { from: IncidentStatus; into: string; title: string }>
  | Fact<'incident.relation_told', { other: string; title: string; how: RelationChange; by: ActorRef }>
  | Fact<'incident.visibility_changed', { visibleTo: ActorRef[] | null; reason: string }>;
