import type { ActorRef } from '../kernel/event';
import type { Captured, SecretCount } from './events';

/** One saved file. Times are ISO UTC. */
export interface EvidenceItem extends Captured {
  at: string;
  by: ActorRef;
  /** What was found in it; null until it has been looked through. */
  secrets: SecretCount[] | null;
  /** Who took it all the same, and when; only where there is a doubt. */
  accepted?: { by: ActorRef; at: string } | undefined;
}

/** Rule E12: what a failed attempt stands for: its source does not answer. */
export interface Unanswered {
  title: string;
  /** The name of the service that should have answered. */
  source: string;
  evidenceId: string;
  by: ActorRef;
  at: string;
}

export interface Waiver {
  title: string;
  by: ActorRef;
  at: string;
  reason: string;
}

/** What was saved of an incident and who had it in hand. */
export interface EvidenceState {
  /** In the order it was saved. */
  items: EvidenceItem[];
  /** By recipe: what the commander went on without. */
  waived: Record<string, Waiver>;
  /** By recipe: what cannot be had, since its source does not answer. */
  unanswered?: Record<string, Unanswered> | undefined;
  /** By `custodyKey`: when that person last looked at that file. */
  viewed: Record<string, string>;
  /** By `custodyKey`: since when that person sees that file unmasked. */
  unmasked: Record<string, string>;
}

/** Before anything was saved. */
export const noEvidence: EvidenceState = { items: [], waived: {}, viewed: {}, unmasked: {} };

/** One person with one file in hand. */
export function custodyKey(evidenceId: string, personId: string): string {
  return `${evidenceId}/${personId}`;
}

const unmaskedMs = 15 * 60_000;

/** Rule E7: whether this person sees this file without masks at that moment (ISO UTC). */
export function isUnmaskedFor(
  { unmasked }: EvidenceState,
  evidenceId: string,
  personId: string,
  nowIso: string,
): boolean {
  const since = unmasked[custodyKey(evidenceId, personId)];
  return since !== undefined && Date.parse(nowIso) - Date.parse(since) < unmaskedMs;
}

/** When what this person unmasked is masked again (ISO UTC); null when they never unmasked it. */
export function unmaskedUntil({ unmasked }: EvidenceState, evidenceId: string, personId: string): string | null {
  const since = unmasked[custodyKey(evidenceId, personId)];
  return since === undefined ? null : new Date(Date.parse(since) + unmaskedMs).toISOString();
}
