import 'server-only';
import { Readable } from 'node:stream';
import type { EvidenceObject } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { type Problem, problemResponse } from '../kernel/problem';
import { attachmentHeader } from './attachment-header';
import { EvidenceElsewhere, EvidenceGone, openOriginal } from './open-original';
import { readRange } from './read-range';
import { recordEvidence } from './record-evidence';

const gone: Problem = {
  ...{ status: 410, code: 'evidence_gone', title: 'The bytes of this file are lost or damaged' },
  detail: 'What was saved, by whom and with which SHA-256 is still in the record.',
};
const elsewhere: Problem = {
  ...{ status: 503, code: 'evidence_elsewhere', title: 'The file is still on its way to the store' },
  ...{ detail: 'Another node has it. Try again in a moment.', retryAfterSeconds: 5 },
};

/** The original as an attachment, whole or in part; once a download it is in the record (rule E6). */
export async function sendOriginal(
  actor: Actor,
  row: EvidenceObject,
  { headers, traceId }: { headers: Headers; traceId: string },
): Promise<Response> {
  const sizeBytes = Number(row.sizeBytes);
  if (headers.get('if-none-match')?.includes(`"${row.sha256}"`))
    return new Response(null, { status: 304, headers: headersOf(row) });
  const ifRange = headers.get('if-range');
  const isSame = ifRange === null || ifRange === `"${row.sha256}"`;
  const range = readRange(isSame ? headers.get('range') : null, sizeBytes);
  if (range === 'outside') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${sizeBytes}` } });
  }
  const part = range === 'whole' ? undefined : range;
  try {
    const bytes = await openOriginal(row.id, part);
    // A player or a resumed download asks for many parts; the first byte is taken once.
    if (!part || part.from === 0) await recordDownload(actor, row, bytes);
    const body = Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
    return new Response(body, { status: part ? 206 : 200, headers: headersOf(row, part) });
  } catch (error) {
    if (error instanceof EvidenceGone) return problemResponse(gone, traceId);
    if (error instanceof EvidenceElsewhere) return problemResponse(elsewhere, traceId);
    throw error;
  }
}

/** The headers of an original; of a part of it when one is given. */
export function headersOf({ name, sha256, sizeBytes }: EvidenceObject, part?: { from: number; to: number }): Headers {
  return new Headers({
    'content-type': 'application/octet-stream',
    'content-disposition': attachmentHeader(name),
    'content-length': String(part ? part.to - part.from + 1 : sizeBytes),
    ...(part && { 'content-range': `bytes ${part.from}-${part.to}/${sizeBytes}` }),
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    // As it was received: nothing on the way may compress it.
    'cache-control': 'private, no-store, no-transform',
  });
}

async function recordDownload(actor: Actor, { id, incidentNumber }: EvidenceObject, bytes: Readable): Promise<void> {
  const input = { number: incidentNumber, evidenceId: id };
  const executed = await recordEvidence(actor, 'evidence.record_download', input).catch((error: unknown) => {
    bytes.destroy();
    throw error;
  });
  if (!executed.reused && executed.outcome.outcome !== 'rejected') return;
  bytes.destroy();
  throw new EvidenceGone('the record does not know of it');
}
