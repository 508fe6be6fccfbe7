import type { Fact } from '../kernel/event';
import type { Doubt } from './doubt';

/** A file that was saved, named so that the timeline can say it. */
export interface EvidenceRef {
  evidenceId: string;
  /** As it was given; data only, never a path. */
  name: string;
}

/** How it came in: from a page, from a shell's pipe, or piece by piece. */
export type EvidenceWay = 'browser' | 'pipe' | 'resumable';

/** How many likely secrets of one kind a file holds. */
export interface SecretCount {
  kind: string;
  count: number;
}

export interface Captured extends EvidenceRef {
  sizeBytes: number;
  /** Hex, of the bytes as they were received. */
  sha256: string;
  /** As found in the bytes, never as claimed. */
  mediaType: string;
  /** Id of the catalogue's capture command that it comes from, when that is known. */
  recipe: string | null;
  way: EvidenceWay;
  /** True when the incident was over already. */
  isLate: boolean;
  /** Which instance it shows, where the sender said so: a target of health and its name. */
  instance?: { id: string; name: string } | undefined;
  /** Why it is not taken as evidence by itself (rule E11). */
  doubt?: Doubt | undefined;
}

export type EvidenceEvent =
  | Fact<'evidence.captured', Captured>
  | Fact<'evidence.scanned', EvidenceRef & { secrets: SecretCount[]; rules: string }>
  | Fact<'evidence.viewed', EvidenceRef>
  | Fact<'evidence.downloaded', EvidenceRef>
  | Fact<'evidence.exported', { withOriginals: boolean; headSeq: number; headHash: string }>
  | Fact<'evidence.unmasked', EvidenceRef & { reason: string }>
  | Fact<'evidence.accepted', EvidenceRef>
  | Fact<'evidence.unanswered', EvidenceRef & { recipe: { id: string; title: string }; source: string }>
  | Fact<'evidence.waived', { recipes: { id: string; title: string }[]; reason: string }>;
