import 'server-only';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import type { EvidenceStore } from '../../evidence/store/evidence-store';
import type { ExportManifest } from '../export/export-format';
import { readEntry } from './read-entry';

/** Where the bytes of an import go. */
export interface EvidencePlace {
  store: Pick<EvidenceStore, 'put'>;
  /** A folder on this node for files on their way to the store. */
  folder: string;
  /** This node's name, as rows of evidence have it. */
  node: string;
  keyOf(file: { id: string; number: string; name: string; receivedAt: Date }): string;
}

/** What is said of a file whose original the export did not carry. */
export const notInTheExport = 'not in the export that this record was imported from';

/** Puts the originals that the export carries into the store; answers the rows about the bytes of all files. */
export async function importEvidence(
  file: string,
  manifest: ExportManifest,
  items: readonly EvidenceItem[],
  place: EvidencePlace,
): Promise<Record<string, unknown>[]> {
  const carried = new Map(
    manifest.evidence.flatMap(({ evidenceId, form, path }) =>
      form === 'original' && path ? [[evidenceId, path]] : [],
    ),
  );
  const rows: Record<string, unknown>[] = [];
  for (const item of items) {
    const entry = carried.get(item.evidenceId);
    const row = toRow(item, String(manifest.facts.number), place);
    if (entry !== undefined) await putOriginal(file, entry, item, String(row.object_key), place);
    rows.push({
      ...row,
      ...(entry === undefined ? { place: 'lost', index_note: notInTheExport } : { place: 'store' }),
    });
  }
  return rows;
}

async function putOriginal(
  file: string,
  entry: string,
  { evidenceId, sha256 }: EvidenceItem,
  key: string,
  { store, folder }: EvidencePlace,
): Promise<void> {
  const passing = path.join(folder, `${evidenceId}.part`);
  try {
    await pipeline(await readEntry(file, entry), createWriteStream(passing, { mode: 0o600, flush: true }));
    await store.put(key, passing, sha256);
  } finally {
    await rm(passing, { force: true });
  }
}

function toRow(item: EvidenceItem, number: string, { node, keyOf }: EvidencePlace): Record<string, unknown> {
  const { evidenceId: id, name, sizeBytes, sha256, mediaType, recipe, way, by, at } = item;
  const key = keyOf({ id, number, name, receivedAt: new Date(at) });
  return {
    ...{ id, incident_number: number, name, object_key: key, size_bytes: sizeBytes, sha256, media_type: mediaType },
    ...{ recipe, way, by, received_at: at, captured_at: at, stored_at: at, node, index_state: 'none' },
  };
}
