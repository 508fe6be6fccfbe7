import type { Bookmark } from './bookmark';
import type { CommsGuide, SecondReview, UpdatePromise } from './comms-guide';
import type { Escalation } from './escalation';
import type { EvidenceGuide } from './evidence-guide';
import type { FailureClass } from './failure-class';
import type { Runbook } from './runbook';
import type { StepTerms } from './step-terms';
import type { WorkCalendar } from './work-calendar';

/** The files of `catalog/` after parsing and cross-checking. Services, words and severities live there, never in code. */
export interface Catalogue {
  /** SHA-256 of all files, hex; an incident remembers the one it was declared under. */
  version: string;
  /** The platform's name as people say it. */
  platform: string;
  targets: Target[];
  functions: UserFunction[];
  services: Service[];
  /** Most severe first. */
  severities: Severity[];
  defaultSeverity: string;
  /** When people work: what "next business day" and "2 business days" count by. */
  calendar: WorkCalendar;
  failureClasses: FailureClass[];
  /** What is opened when none of the classes fits: ids of runbooks. */
  noneOfThese?: { runbooks: string[] } | undefined;
  /** Copied into every incident's first event: keep it small. */
  checklists: Checklist[];
  evidence: EvidenceGuide;
  bookmarks: Bookmark[];
  escalation: Escalation;
  comms: CommsGuide;
  runbooks: Runbook[];
}

/** One address whose deep health is polled. */
export interface Target {
  id: string;
  name: string;
  url: string;
  headers?: Record<string, string> | undefined;
  /** True for the stand-in that ships for trying things out. */
  standIn?: boolean | undefined;
}

/** Something users do: playback, upload, login. */
export interface UserFunction {
  id: string;
  name: string;
  /** How it reads in the middle of a sentence: "playback". */
  inSentence: string;
}

/** What users feel while a service is degraded or down. */
export interface Impact {
  /** One line for the matrix row, fit to be sent. */
  users: string;
  /** One sentence for the head of the situation page. */
  sentence: string;
  severity: string | null;
  /** The blast radius: which functions break, and how far. */
  functions: Record<string, 'degraded' | 'down'>;
}

/** An alert rule that speaks of a service. */
export interface ServiceAlert {
  /** As in the rule: `MinIODriveOffline`. */
  name: string;
  /** What has happened when it fires, and how soon to look. */
  meaning: string;
  /** The severity it calls for by itself; null when the row decides. */
  severity: string | null;
}

export interface Service {
  id: string;
  name: string;
  /** A remark beside the name, such as "v1.0 orphan". */
  remark?: string | undefined;
  /** Keys of the health answer that speak of this service, lower case. */
  healthKeys: string[];
  /** Targets that *are* this service: it is as well as they answer. */
  instances: string[];
  degraded: Impact;
  down: Impact;
  /** The deep-dive runbook's id. */
  runbook?: string | undefined;
  /** What goes on while it is down, a line each. */
  stillWorks: string[];
  /** What does not. */
  fails: string[];
  /** soft: requests go on without it. loud: requests that need it are refused. */
  failure: 'soft' | 'loud';
  alerts: ServiceAlert[];
  /** Ids of bookmarks. */
  dashboards: string[];
  /** Paths of this row, such as `down.users`, that no source confirms yet; shown to leads. */
  assumed: string[];
}

/** A question whose answer "yes" moves an incident to another severity. */
export interface SeverityStep {
  ask: string;
  to: string;
}

/** One rung of the ladder. */
export interface Severity {
  id: string;
  definition: string;
  respondWithin: { minutes: number } | 'next business day';
  /** Where it is announced, in the team's words. */
  channels: string[];
  /** Until when the postmortem is held; null when none is owed. */
  postmortemWithin: { businessDays: number } | { days: number } | null;
  /** By when people hear of it; null when nobody is told. */
  updates: UpdatePromise | null;
  /** Null when who writes an update also lets it go. */
  secondReview: SecondReview | null;
  /** Each leads up the ladder. */
  promotions: SeverityStep[];
  /** Each leads down the ladder. */
  demotions: SeverityStep[];
}

export interface Checklist {
  id: string;
  title: string;
  items: ChecklistItem[];
}

export interface ChecklistItem extends StepTerms {
  id: string;
  title: string;
  /** How to do it, in one or two sentences. */
  hint?: string | undefined;
  links?: { label: string; url: string }[] | undefined;
  /** The part of the runbook it stands in: the anchor, and the words. */
  heading?: { id: string; title: string } | undefined;
  /** Ticking it for the first time says that this moment has come. */
  milestone?: 'acknowledged' | undefined;
  /** True for the step that is done once the failure class is known. */
  isClassifying?: boolean | undefined;
}
