import 'server-only';
import type { Readable } from 'node:stream';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { log } from '../../observability/log';
import { EntryPaths } from './entry-path';
import type { ExportedEvidence } from './export-format';
import type { Written, ZipWriter } from './zip-writer';

/** Where an export gets its evidence from. */
export interface EvidenceCopies {
  /** The bytes as they were received. Throws when they are not to be had. */
  original(item: EvidenceItem): Promise<Readable>;
  /** The text of it with likely secrets masked; null when it is not text. Throws when it is not to be had. */
  masked(item: EvidenceItem): Promise<Readable | null>;
}

interface Opened {
  source: Readable | null;
  reason?: string;
}

/** Writes each file, original or masked; what cannot be had now is listed with the reason, and the export goes on. */
export async function writeEvidence(
  zip: ZipWriter,
  items: readonly EvidenceItem[],
  copies: EvidenceCopies,
  withOriginals: boolean,
): Promise<{ listed: ExportedEvidence[]; written: Written[] }> {
  const paths = new EntryPaths();
  const [listed, written]: [ExportedEvidence[], Written[]] = [[], []];
  for (const item of items) {
    const { evidenceId, name, sha256, sizeBytes, mediaType } = item;
    const known = { evidenceId, name, sha256, sizeBytes, mediaType };
    const { source, reason } = await open(item, copies, withOriginals);
    if (!source) {
      listed.push({ ...known, form: 'absent', path: null, ...(reason && { reason }) });
      continue;
    }
    const path = paths.next(name, { isMasked: !withOriginals, isText: isText(mediaType) });
    written.push(await zip.add(path, source));
    listed.push({ ...known, form: withOriginals ? 'original' : 'masked', path });
  }
  return { listed, written };
}

async function open(item: EvidenceItem, copies: EvidenceCopies, withOriginals: boolean): Promise<Opened> {
  try {
    if (withOriginals) return { source: await copies.original(item) };
    const source = await copies.masked(item);
    return source
      ? { source }
      : { source, reason: 'secrets can only be masked in text; it is in an export with originals' };
  } catch (error) {
    log().warn({ evidenceId: item.evidenceId, reason: said(error) }, 'evidence is missing in an export');
    return { source: null, reason: 'it could not be read when this was exported' };
  }
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/') || /\b(json|xml|yaml)\b/.test(mediaType);
}
