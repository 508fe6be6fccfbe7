import 'server-only';
import type { Readable } from 'node:stream';
import type { CatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { foldVersion } from '@/lib/domain/record-state';
import { projectIncident } from '../../incident/project-incident';
import { fold } from '../../kernel/event-store';
import type { ChainedEvent } from '../../kernel/read-chained';
import { postmortemText } from '../postmortem-text';
import { type EvidenceCopies, writeEvidence } from './evidence-copies';
import {
  type ExportManifest,
  entryNames,
  eventLine,
  exportFormat,
  exportVersion,
  readableJson,
  sumLine,
} from './export-format';
import { recordPage } from './page/record-page';
import { sealOf } from './seal';
import { type Written, ZipWriter } from './zip-writer';

/** What an export is made of. The same material gives the same bytes. */
export interface ExportMaterial {
  /** The id of the incident. */
  id: string;
  /** All events up to the head, in order; at least one. */
  chain: readonly ChainedEvent[];
  /** The catalogue it was declared under; null when no node has kept it. */
  catalogue: CatalogueContent | null;
  copies: EvidenceCopies;
  withOriginals: boolean;
  chainKey: string;
}

/** The zip as a stream; when something fails on the way it ends in that error. */
export function writeExport(material: ExportMaterial): Readable {
  const zip = new ZipWriter();
  write(zip, material).catch((error) => zip.fail(error));
  return zip.output;
}

async function write(zip: ZipWriter, material: ExportMaterial): Promise<void> {
  const { chain, catalogue, chainKey } = material;
  const events = chain.map(({ event }) => event);
  const state = fold(events);
  const head = chain.at(-1);
  if (!state || !head) throw new Error('a record without events cannot be exported');
  const nowMs = Date.parse(head.event.recordedAt);
  const written: Written[] = [
    await zip.add(entryNames.events, chain.map((link) => `${eventLine(link)}\n`).join('')),
    ...(catalogue ? [await zip.add(entryNames.catalogue, readableJson(catalogue))] : []),
    await zip.add(entryNames.postmortem, postmortemText({ state, events, catalogue, nowMs })),
  ];
  const evidence = await writeEvidence(zip, state.evidence.items, material.copies, material.withOriginals);
  const manifest = toManifest(material.id, head, state, evidence.listed);
  written.push(
    ...evidence.written,
    await zip.add(entryNames.incident, readableJson(manifest)),
    await zip.add(entryNames.page, recordPage(manifest, events)),
  );
  const sums = written.map(({ name, sha256 }) => sumLine(name, sha256)).join('');
  await zip.add(entryNames.sums, sums);
  await zip.add(entryNames.seal, sealOf(chainKey, sums));
  zip.end();
}

function toManifest(
  id: string,
  head: ChainedEvent,
  state: ExportManifest['state'],
  evidence: ExportManifest['evidence'],
): ExportManifest {
  const { state: _, foldVersion: __, ...facts } = projectIncident(state);
  const { seq, recordedAt } = head.event;
  return {
    ...{ format: exportFormat, formatVersion: exportVersion, id, facts },
    head: { seq, hash: Buffer.from(head.hash).toString('hex'), recordedAt },
    ...{ catalogVersion: state.incident.catalogVersion, foldVersion, state, evidence },
  };
}
