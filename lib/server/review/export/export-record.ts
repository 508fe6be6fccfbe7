import 'server-only';
import type { Readable } from 'node:stream';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { explainRejection } from '@/lib/domain/kernel/explain-rejection';
import type { Rejection } from '@/lib/domain/kernel/rejection';
import { getCatalogueVersion } from '../../catalogue/catalogue-versions';
import { env } from '../../env';
import { recordEvidence } from '../../evidence/record-evidence';
import { canSee } from '../../incident/get-record';
import { type Problem, problems, statusOfRejection } from '../../kernel/problem';
import { type ChainedEvent, readChained } from '../../kernel/read-chained';
import { readPool } from '../../kernel/read-pool';
import type { EvidenceCopies } from './evidence-copies';
import { writeExport } from './write-export';

export type Exported = { ok: true; file: Readable } | { ok: false; problem: Problem };

const head = 'SELECT id, last_seq, last_hash FROM incident WHERE number = $1';

interface HeadRow {
  id: string;
  last_seq: number;
  last_hash: Buffer;
}

/** Whether the record is there to be exported by this actor; what one may not see is absent (rules A7, E8). */
export async function canExport(actor: Actor, number: string): Promise<boolean> {
  return isAllowed(actor.role, 'evidence.read') && (await canSee(actor, number));
}

/**
 * The record as it stands now, as one zip. That it was exported, by whom and from which head, is recorded first (rule E6);
 * that fact lies behind the head, so it is in the next export.
 */
export async function exportRecord(
  actor: Actor,
  number: string,
  withOriginals: boolean,
  copies: EvidenceCopies,
): Promise<Exported> {
  if (!(await canExport(actor, number))) return { ok: false, problem: problems.notFound };
  const { rows } = await readPool().query<HeadRow>(head, [number]);
  const [row] = rows;
  if (!row) return { ok: false, problem: problems.notFound };
  const refusal = await recordExport(actor, number, withOriginals, row);
  if (refusal) return { ok: false, problem: problemOf(refusal) };
  const chain: ChainedEvent[] = [];
  for await (const link of readChained(readPool(), row.id, 0, row.last_seq)) chain.push(link);
  const catalogue = await catalogueOf(chain);
  const chainKey = env().CHAIN_KEY;
  return { ok: true, file: writeExport({ id: row.id, chain, catalogue, copies, withOriginals, chainKey }) };
}

async function recordExport(
  actor: Actor,
  number: string,
  withOriginals: boolean,
  row: HeadRow,
): Promise<Rejection | null> {
  const at = { headSeq: row.last_seq, headHash: row.last_hash.toString('hex') };
  const executed = await recordEvidence(actor, 'evidence.record_export', { number, withOriginals, ...at });
  if (executed.reused) throw new Error('a new command id was used before');
  return executed.outcome.outcome === 'rejected' ? executed.outcome.rejection : null;
}

function problemOf(rejection: Rejection): Problem {
  return { status: statusOfRejection(rejection), code: rejection.code, title: explainRejection(rejection) };
}

async function catalogueOf([first]: readonly ChainedEvent[]) {
  return first?.event.type === 'incident.declared' ? getCatalogueVersion(first.event.data.catalogVersion) : null;
}
