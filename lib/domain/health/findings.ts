import type { ComponentStatus } from './health';
import type { DurationReading } from './read-duration';
import { laterTime } from './read-time';
import { worstStatus } from './worst-status';

/** A word by which an answer, or one record in it, judges itself. */
export interface Verdict {
  status: ComponentStatus;
  /** 1 "status" · 2 a yes or no ("healthy") · 3 "state", "level" · 4 "success", an HTTP code in the body · 5 there is an error text. */
  rank: 1 | 2 | 3 | 4 | 5;
  /** False when there was a word but in no language we read. */
  isRecognised: boolean;
  /** True for "error", "fail", `ok:false`: with a 4xx they speak of our request, not of the platform. */
  isAboutRequest: boolean;
  /** The word as it was written. */
  text: string;
}

/** One component while the answer is still being read. */
export interface Finding {
  status: ComponentStatus;
  /** It gave a status word, but none we can read. */
  isUnread?: boolean;
  duration?: DurationReading;
  message?: string;
  observedAt?: string;
}

/** Something said about the whole that is not its status word. */
export interface Remark {
  status: ComponentStatus;
  text: string;
}

/** Everything found in one answer. Readers of bodies fill it; `combineOverall` weighs it. */
export interface Findings {
  /** By raw name. A Map, since names are foreign text and may be "__proto__". */
  components: Map<string, Finding>;
  verdicts: Verdict[];
  /** Flags such as maintenance or sealed. */
  hints: Remark[];
  /** Errors, failures and warnings that name no component. */
  problems: Remark[];
  /** Messages about the whole: shown, and read for a status only when nothing else says one. */
  messages: string[];
  /** Durations whose key names a component beside them: `redis_latency_ms`. */
  asides: Map<string, DurationReading>;
  observedAt?: string;
  /** The body holds no statement at all: nothing, or `{}`. */
  isEmpty: boolean;
  /** The body is a web page: its friendly words are shown, and never taken for a status. */
  isPage: boolean;
  isTooDeep: boolean;
}

/** An empty sheet. */
export function startFindings(): Findings {
  return {
    components: new Map(),
    verdicts: [],
    hints: [],
    problems: [],
    messages: [],
    asides: new Map(),
    isEmpty: false,
    isPage: false,
    isTooDeep: false,
  };
}

/** Adds one component. Named twice (Terminus, several probes of one thing), the worse status and its message stay. */
export function addComponent(findings: Findings, key: string, finding: Finding): void {
  const earlier = findings.components.get(key);
  if (!earlier) {
    findings.components.set(key, finding);
    return;
  }
  const status = worstStatus([earlier.status, finding.status]);
  const [first, second] = status === earlier.status ? [earlier, finding] : [finding, earlier];
  const observedAt = laterTime(earlier.observedAt, finding.observedAt);
  findings.components.set(key, { ...second, ...first, ...(observedAt && { observedAt }) });
}

/** Notes when the answer as a whole was made; the outermost statement stays. */
export function noteObservedAt(findings: Findings, observedAt: string | undefined): void {
  if (observedAt !== undefined) findings.observedAt ??= observedAt;
}
