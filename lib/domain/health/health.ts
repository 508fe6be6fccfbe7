/** How one component, or a whole target, is doing (design §6). `disabled` is off on purpose; `unknown` is "we cannot say". */
export type ComponentStatus = 'ok' | 'degraded' | 'down' | 'disabled' | 'unknown';

/** One component as a single answer described it. */
export interface ComponentReading {
  /** The raw key or name in the body; a child of a group is `parent.child`. */
  key: string;
  status: ComponentStatus;
  /** Milliseconds, when the body said how long its check took. */
  latencyMs?: number;
  /** Plain text, cut for display; never markup. */
  message?: string;
  /** ISO UTC, when the body said when it looked. */
  observedAt?: string;
}

/** What one deep-health answer says. */
export interface HealthReading {
  overall: ComponentStatus;
  /** Why, in plain text, when there is something to say. */
  message?: string;
  observedAt?: string;
  components: ComponentReading[];
}

/** One answer as it came over the wire. `body` is already decoded text, at most 256 kB. */
export interface HealthAnswer {
  httpStatus: number;
  contentType: string;
  body: string;
}
