import type { ComponentStatus } from './health';

/** What is known of one component of one target. Times are ISO UTC. */
export interface ComponentSnapshot {
  key: string;
  /** As last read; what may be shown now is `shownStatus`. */
  status: ComponentStatus;
  since: string;
  latencyMs?: number;
  message?: string;
  /** When the status changed lately, ascending, at most 20. */
  changesAt: string[];
}

/** What is known of one target: its last answer, and whether the newest poll got one. */
export interface TargetSnapshot {
  id: string;
  name: string;
  standIn: boolean;
  /** True for this console itself: watched, but no part of the platform. */
  self: boolean;
  intervalMs: number;
  /** Status by the newest poll; unknown when it failed. */
  status: ComponentStatus;
  since: string;
  /** When the newest poll ended; null before the first. */
  polledAt: string | null;
  /** When the last readable answer came; null when none ever did. */
  observedAt: string | null;
  /** Its overall status then: the last good value, shown with its age. */
  lastKnown: ComponentStatus | null;
  latencyMs: number | null;
  message?: string;
  changesAt: string[];
  /** Since when it answers; null while it does not. What it says of itself is another matter. */
  answersSince: string | null;
  /** When it began or ceased to answer lately, ascending, at most 20. */
  answerChangesAt: string[];
  /** As the last readable answer had them. */
  components: ComponentSnapshot[];
}

/** The health of everything, as pages and the stream carry it. */
export interface HealthView {
  asOf: string;
  targets: TargetSnapshot[];
}
