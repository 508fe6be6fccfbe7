import 'server-only';
import type { Pool } from 'pg';
import { foldVersion } from '@/lib/domain/record-state';
import { fold } from '../../kernel/event-store';
import { insertRecord } from '../../kernel/insert-record';
import type { ChainedEvent } from '../../kernel/read-chained';
import { inTransaction, type WriteTransaction } from '../../kernel/write-transaction';
import type { ExportManifest } from '../export/export-format';
import type { Finding } from '../verify-export/finding';
import { verifyExport } from '../verify-export/verify-export';
import { type EvidencePlace, importEvidence } from './import-evidence';

export interface ImportDoor {
  /** Made by `connectWrites`. */
  writes: Pool;
  chainKey: string;
  evidence: EvidencePlace;
}

export type Imported =
  | { outcome: 'imported'; number: string; events: number; originals: number; missing: number }
  | { outcome: 'already_here'; number: string }
  | { outcome: 'refused'; reason: string; findings: Finding[] };

/**
 * Takes in an export that this console, or one with the same chain key, has made: the same events with the same links.
 * The same export again changes nothing. Throws when the file, the database or the store cannot be reached; then
 * nothing of the record is there, and it can be tried again.
 */
export async function importExport(file: string, door: ImportDoor): Promise<Imported> {
  const chain: ChainedEvent[] = [];
  const report = await verifyExport(file, door.chainKey, (event, hash) => chain.push({ event, hash }));
  const { manifest, findings } = report;
  if (findings.length > 0 || !manifest) return { outcome: 'refused', reason: 'it does not verify', findings };
  if (manifest.foldVersion > foldVersion) return refused('a newer release wrote it; import it there');
  const state = fold(chain.map(({ event }) => event));
  if (!state) return refused('it holds no events');
  const { number } = state.incident;
  const known = await inTransaction(door.writes, (tx) => findKnown(tx, manifest, number));
  if (known === 'same') return { outcome: 'already_here', number };
  if (known) return refused(known);
  const files = await importEvidence(file, manifest, state.evidence.items, door.evidence);
  await inTransaction(door.writes, async (tx) => {
    await keepCatalogue(tx, manifest.catalogVersion, report.catalogue);
    await insertRecord(tx, { incidentId: manifest.id, chain, state });
    await tx.query({ name: 'import-evidence', text: insertFiles, values: [JSON.stringify(files)] });
    await tx.commit();
  });
  const originals = files.filter(({ place }) => place === 'store').length;
  return { outcome: 'imported', number, events: chain.length, originals, missing: files.length - originals };
}

function refused(reason: string): Imported {
  return { outcome: 'refused', reason, findings: [] };
}

const findKnownText = `
  SELECT i.id, i.number, i.last_seq, e.hash FROM incident i
  LEFT JOIN event e ON e.incident_id = i.id AND e.seq = $3 WHERE i.id = $1 OR i.number = $2`;
const insertFiles = 'INSERT INTO evidence_object SELECT * FROM jsonb_populate_recordset(NULL::evidence_object, $1)';
const insertCatalogue = `
  INSERT INTO catalogue_version (id, content, loaded_at) VALUES ($1, $2, now()) ON CONFLICT (id) DO NOTHING`;

interface KnownRow {
  id: string;
  number: string;
  last_seq: number;
  hash: Buffer | null;
}

/** `same` when the record is here and has these events, perhaps more; else why it cannot be taken in; null when it is new. */
async function findKnown(tx: WriteTransaction, { id, head }: ExportManifest, number: string): Promise<string | null> {
  const values = [id, number, head.seq];
  const rows = await tx.query<KnownRow>({ name: 'find-known', text: findKnownText, values });
  const [row] = rows;
  if (!row) return null;
  const isSame = rows.length === 1 && row.id === id && row.number === number && row.hash?.toString('hex') === head.hash;
  if (isSame) return 'same';
  if (row.number !== number) return `its id belongs to ${row.number} here`;
  return `${number} is here already, with another head (${row.last_seq} events); nothing is overwritten`;
}

/** The steps of its checklists stand there; a version that is known stays as it is. */
async function keepCatalogue(tx: WriteTransaction, version: string, content: string | null): Promise<void> {
  if (content !== null) await tx.query({ name: 'keep-catalogue', text: insertCatalogue, values: [version, content] });
}
