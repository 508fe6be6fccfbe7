import type { HealthReading } from './health';

/** How one poll ended. `at` is when the answer (or the failure) was complete, ISO UTC. */
export type PollResult =
  | { ok: true; at: string; latencyMs: number; reading: HealthReading }
  | { ok: false; at: string; reason: string };
