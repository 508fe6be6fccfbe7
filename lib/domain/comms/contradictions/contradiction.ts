import type { CommsPhase, Language } from '../../catalogue/comms-guide';
import type { CommsLookup } from '../../incident/record-context';
import type { CommsRecord } from '../record';

export const contradictionCodes = [
  'red_said_fine',
  'fine_said_red',
  'red_not_mentioned',
  'resolved_while_red',
  'phase_disagrees',
  'total_outage_claimed',
  'time_disagrees',
  'next_update_missing',
  'internal_name',
] as const;
export type ContradictionCode = (typeof contradictionCodes)[number];

/** One thing that is said and that the record does not bear out. */
export interface Contradiction {
  code: ContradictionCode;
  /** The channel in whose text it stands; null for the update as a whole. */
  channel: string | null;
  /** For people: what is said, and what is known. */
  words: string;
}

/** An update as far as it can contradict something. */
export interface SaidUpdate {
  phase: CommsPhase;
  language: Language;
  headline: string;
  texts: readonly { channel: string; subject: string | null; body: string }[];
  /** ISO UTC. */
  nextUpdateAt: string | null;
}

/** What it is held against, at one moment (epoch ms). */
export interface KnownFacts {
  record: CommsRecord;
  lookup: CommsLookup;
  nowMs: number;
}
