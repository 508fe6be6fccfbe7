import 'server-only';
import type { Readable } from 'node:stream';
import { hashStream } from '../../evidence/hash-file';
import type { Queries } from '../../kernel/read-chained';
import { notInTheExport } from '../import/import-evidence';
import type { Tell } from './record-finding';

/** A row about the bytes of a file, and what its event says of them. */
export interface FileRow {
  id: string;
  incident_number: string;
  object_key: string;
  size_bytes: string;
  sha256: string;
  captured_at: Date | null;
  place: 'spool' | 'store' | 'lost' | 'damaged';
  node: string;
  index_note: string | null;
  recorded: { sha256: string; sizeBytes: number } | null;
}

export interface FileCheck {
  /** The bytes; null when they are where this process cannot reach, such as the spool of another node. */
  open(row: FileRow): Promise<Readable | null>;
  /** False to check the rows only. */
  readsBytes: boolean;
}

export interface CheckedFiles {
  files: number;
  bytes: number;
  /** Files whose bytes could not be looked at from here. */
  unreached: number;
}

const batch = 200;
const lowestId = '00000000-0000-0000-0000-000000000000';
const page = `
  SELECT o.id, o.incident_number, o.object_key, o.size_bytes, o.sha256, o.captured_at, o.place, o.node, o.index_note,
    (SELECT jsonb_build_object('sha256', e.data->'sha256', 'sizeBytes', e.data->'sizeBytes')
     FROM incident i JOIN event e ON e.incident_id = i.id AND e.type = 'evidence.captured'
     WHERE i.number = o.incident_number AND e.data->>'evidenceId' = o.id::text LIMIT 1) AS recorded
  FROM evidence_object o WHERE o.id > $1 ORDER BY o.id LIMIT $2`;
const unknown = `
  SELECT i.number, e.seq, e.data->>'evidenceId' AS id FROM event e JOIN incident i ON i.id = e.incident_id
  WHERE e.type = 'evidence.captured'
    AND NOT EXISTS (SELECT 1 FROM evidence_object o WHERE o.id::text = e.data->>'evidenceId')`;

/** Every file: what the record says of it, what its row says, and the bytes themselves (rule E4). One file at a time. */
export async function checkFiles(db: Queries, check: FileCheck, tell: Tell): Promise<CheckedFiles> {
  const counts = { files: 0, bytes: 0, unreached: 0 };
  const { rows: gone } = await db.query<{ number: string; seq: number; id: string }>(unknown);
  for (const { number, seq, id } of gone)
    tell({
      code: 'file_unknown',
      number,
      seq,
      evidenceId: id,
      message: 'it was captured, and no row says where its bytes are',
    });
  let last = lowestId;
  for (;;) {
    const { rows } = await db.query<FileRow>(page, [last, batch]);
    for (const row of rows) await checkFile(row, check, counts, tell);
    if (rows.length < batch) return counts;
    last = rows.at(-1)?.id ?? last;
  }
}

async function checkFile(row: FileRow, check: FileCheck, counts: CheckedFiles, tell: Tell): Promise<void> {
  counts.files += 1;
  const about = { number: row.incident_number, evidenceId: row.id };
  if (!row.recorded && row.captured_at)
    return tell({ ...about, code: 'file_unrecorded', message: 'its row says it was captured, and no event does' });
  const { recorded } = row;
  if (recorded && (recorded.sha256 !== row.sha256 || recorded.sizeBytes !== Number(row.size_bytes)))
    return tell({ ...about, code: 'file_differs', message: 'its row has another size or SHA-256 than its event' });
  if (row.place === 'lost' && row.index_note === notInTheExport) counts.unreached += 1;
  else if (row.place === 'lost' || row.place === 'damaged')
    tell({ ...about, code: 'file_lost', message: `it was found ${row.place} before` });
  else if (check.readsBytes) await checkBytes(row, check, counts, tell);
}

async function checkBytes(row: FileRow, check: FileCheck, counts: CheckedFiles, tell: Tell): Promise<void> {
  const about = { number: row.incident_number, evidenceId: row.id };
  try {
    const bytes = await check.open(row);
    const sha256 = bytes && (await hashStream(bytes));
    if (sha256 === null) counts.unreached += 1;
    else if (sha256 === row.sha256) counts.bytes += Number(row.size_bytes);
    else
      tell({
        ...about,
        code: 'file_changed',
        message: `its bytes in the ${row.place} are not those that were captured`,
      });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    tell({ ...about, code: 'file_lost', message: `its bytes cannot be read from the ${row.place}: ${reason}` });
  }
}
