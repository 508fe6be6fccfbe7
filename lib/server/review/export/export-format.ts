import 'server-only';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import type { RecordState } from '@/lib/domain/record-state';
import type { ChainedEvent } from '../../kernel/read-chained';

export const exportFormat = 'incident-console-export';
export const exportVersion = 1;

/** The entries that every export has. Evidence lies under `evidence/`. */
export const entryNames = {
  events: 'events.jsonl',
  catalogue: 'catalogue.json',
  postmortem: 'postmortem.md',
  incident: 'incident.json',
  page: 'index.html',
  sums: 'SHA256SUMS',
  seal: 'SHA256SUMS.hmac',
} as const;

/** What became of a piece of evidence in an export. */
export type ExportedForm = 'original' | 'masked' | 'absent';

/** A piece of evidence as `incident.json` lists it. */
export interface ExportedEvidence {
  evidenceId: string;
  /** The name it was captured under. */
  name: string;
  /** Of the original, as the chain has it. */
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  form: ExportedForm;
  /** Its entry in the zip; null when it is absent. */
  path: string | null;
  /** Why it is absent. */
  reason?: string;
}

/** `incident.json`: what the record comes to, and where its chain stood. */
export interface ExportManifest {
  format: typeof exportFormat;
  formatVersion: number;
  /** The id of the incident; its number is in `facts`. */
  id: string;
  facts: Record<string, unknown>;
  head: { seq: number; hash: string; recordedAt: string };
  catalogVersion: string;
  /** Which release's fold made `state`. */
  foldVersion: number;
  state: RecordState;
  evidence: ExportedEvidence[];
}

/** A line of `events.jsonl`, without its line end: canonical JSON of the event and its link of the chain, in hex. */
export function eventLine({ event, hash }: ChainedEvent): string {
  return canonicalJson({ event, hash: Buffer.from(hash).toString('hex') });
}

/** Canonical JSON, with indents for people. */
export function readableJson(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), undefined, 2)}\n`;
}

/** A line of `SHA256SUMS` as `sha256sum --check` reads it. */
export function sumLine(name: string, sha256: string): string {
  return `${sha256}  ${name}\n`;
}
