/** One event that followers should have got: its number in the incident, and when it was committed (monotonic ms). */
export interface Mark {
  seq: number;
  at: number;
}

export interface StreamAddress {
  port: number;
  host: string;
  path: string;
  cookie: string;
}

/** What a process of followers is asked to do; each ask has one answer. */
export type Ask =
  | { kind: 'open'; address: StreamAddress; count: number }
  | { kind: 'reopen' }
  | { kind: 'delays'; marks: Mark[] }
  | { kind: 'close' };

/** What it answers, to all asks alike. Delays are milliseconds from the mark until the follower had the event. */
export interface Told {
  /** How long each follower took to be live (hello received), in milliseconds. */
  liveAfterMs: number[];
  delays: number[];
  /** Events that a follower, live when they were committed, never got. */
  missed: number;
  /** Connections that failed or were refused, and were tried again. */
  failures: number;
}
