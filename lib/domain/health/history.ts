/** How one component (or a target itself, component '') did in one step of time. Counts are of polls. */
export interface HistoryBucket {
  /** Start of the step, ISO UTC. */
  at: string;
  ok: number;
  degraded: number;
  down: number;
  unknown: number;
  latencyAvgMs: number | null;
  latencyMaxMs: number | null;
}

/** A stretch of history in equal steps; a step without polls is missing, never invented. */
export interface History {
  target: string;
  component: string;
  from: string;
  to: string;
  stepSeconds: number;
  buckets: HistoryBucket[];
}
