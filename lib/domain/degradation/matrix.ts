import type { ComponentStatus } from '../health/health';
import type { Silence } from '../health/staleness';

/** What one target says of one service right now. */
export interface InstanceReading {
  targetId: string;
  targetName: string;
  /** The component's key in that target's answer; '' when the target itself stands for the service. */
  component: string;
  status: ComponentStatus;
  /** Since when it says so; for what is unknown, when it last said anything. ISO UTC, null when it never did. */
  since: string | null;
  message?: string;
  /** Why nothing is known now; absent while something is. */
  silence?: Silence;
}

/** One row of the degradation matrix with its live status. Times are ISO UTC. */
export interface MatrixRow {
  serviceId: string;
  name: string;
  remark?: string;
  status: ComponentStatus;
  since: string | null;
  /** What users feel, in one line; '' while all is well. */
  users: string;
  severity: string | null;
  runbook?: string;
  instances: InstanceReading[];
  /** "flapping, 6 changes in 5 min" */
  flapping?: string;
}

/** How one thing that users do is doing. */
export interface FunctionRow {
  id: string;
  name: string;
  status: ComponentStatus;
}

export interface SeverityProposal {
  severity: string;
  /** The rule's number in RULES.md. */
  rule: string;
  /** Why, in words. */
  because: string;
}

/** The whole situation, computed from health and catalogue at one moment. */
export interface Matrix {
  /** The one true sentence about what users feel. */
  sentence: string;
  /** Worst of what is shown, for the mark beside the sentence. */
  overall: ComponentStatus;
  /** Since when the situation is what the sentence says, when something is wrong. */
  since: string | null;
  proposal: SeverityProposal | null;
  /** Trouble on top. */
  rows: MatrixRow[];
  functions: FunctionRow[];
  /** Components of the answers that no row knows. */
  unmapped: UnmappedComponent[];
}

/** A component of a target's answer that no row knows. */
export interface UnmappedComponent {
  targetId: string;
  targetName: string;
  key: string;
  status: ComponentStatus;
  /** What the target says of it. */
  message?: string;
  /** The target does not answer now: what it last said of this is no news. */
  isSilent?: true;
}
