import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import type { DomainEvent, RecordedEvent } from '@/lib/domain/contents';
import type { Captured } from '@/lib/domain/evidence/events';
import { chainHash, chainStart } from '@/lib/server/kernel/chain';
import type { ChainedEvent } from '@/lib/server/kernel/read-chained';
import type { EvidenceCopies } from '@/lib/server/review/export/evidence-copies';
import { type ExportMaterial, writeExport } from '@/lib/server/review/export/write-export';
import { aCatalogue } from './a-catalogue';
import { chainKey } from './a-write-door';
import { anActor } from './an-actor';
import { anIncident, recorded } from './an-incident';

/** The events with their links, under the key of tests. */
function chained(events: readonly RecordedEvent[], key = chainKey): ChainedEvent[] {
  let hash: Uint8Array = chainStart;
  return events.map((event) => {
    hash = chainHash(key, hash, event);
    return { event, hash };
  });
}

/** The fact that these bytes were saved; each call is another file. */
export function aCapture(name: string, bytes: string | Uint8Array, over: Partial<Captured> = {}): DomainEvent {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const evidenceId = `019ab000-0000-7000-8000-${createHash('sha256').update(`${name}${sha256}`).digest('hex').slice(0, 12)}`;
  const more = { recipe: null, way: 'pipe', isLate: false, mediaType: 'text/plain', ...over } as const;
  return {
    type: 'evidence.captured',
    data: { evidenceId, name, sizeBytes: Buffer.byteLength(bytes), sha256, ...more },
  };
}

/** Copies of these files by name; masked ones lose every word `canary`. */
export function copiesOf(files: Record<string, string>): EvidenceCopies {
  const bytes = (name: string) => {
    if (files[name] === undefined) throw new Error('gone');
    return files[name];
  };
  return {
    original: async ({ name }) => Readable.from([Buffer.from(bytes(name))]),
    masked: async ({ name, mediaType }) =>
      mediaType.startsWith('text/') ? Readable.from([Buffer.from(bytes(name).replaceAll('canary', '‹masked›'))]) : null,
  };
}

/** What an export of a small incident is made of: three events, then these facts. */
export function exportMaterial(facts: readonly DomainEvent[], over: Partial<ExportMaterial> = {}): ExportMaterial {
  const by = anActor('commander', 'Camille');
  const { events } = anIncident({ by });
  const chain = chained([...events, ...recorded(facts, by, events.length + 1)]);
  const id = '019ab000-0000-7000-8000-000000000001';
  const catalogue = toCatalogueContent(aCatalogue());
  return { id, chain, catalogue, copies: copiesOf({}), withOriginals: false, chainKey, ...over };
}

/** A folder of its own for files; `remove` takes it away. */
export async function aFolder(): Promise<{ at: (name: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'export-'));
  return { at: (name) => path.join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes the export to a file. */
export async function writeExportTo(file: string, material: ExportMaterial): Promise<void> {
  await pipeline(writeExport(material), createWriteStream(file));
}
