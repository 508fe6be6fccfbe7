import 'server-only';
import { Readable } from 'node:stream';
import type { FoundSecret } from './secrets/found-secret';
import { type ScannedPiece, SecretScanner } from './secrets/secret-scanner';
import { quickDesk, WorkerGone } from './worker/worker-desk';

const patienceMs = 5_000;

/** What stands where a likely secret was. */
function maskMark(kind: string): string {
  return `‹masked: ${kind}›`;
}

/**
 * Likely secrets in a text whose characters are bytes (latin1), found in the worker. When the worker does not answer in
 * time, all of it is one secret: what could not be looked at is not shown.
 */
export async function findOffThread(text: string): Promise<FoundSecret[]> {
  try {
    return await quickDesk().ask('find', { text }, patienceMs);
  } catch (error) {
    if (!(error instanceof WorkerGone)) throw error;
    return [{ from: 0, to: text.length, kind: 'could not be checked' }];
  }
}

/** The bytes with each secret replaced by its mark. */
export function replaceSecrets(bytes: Buffer, secrets: readonly FoundSecret[]): Buffer {
  if (secrets.length === 0) return bytes;
  const parts: Buffer[] = [];
  let done = 0;
  for (const { from, to, kind } of secrets) {
    parts.push(bytes.subarray(done, from), Buffer.from(maskMark(kind)));
    done = to;
  }
  return Buffer.concat([...parts, bytes.subarray(done)]);
}

/** A text with its likely secrets masked. */
export async function maskText(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  return replaceSecrets(bytes, await findOffThread(bytes.toString('latin1'))).toString();
}

/** A stream of bytes with likely secrets masked, also those that lie across chunks. Keeps at most some 500 kB. */
export function maskStream(source: Readable): Readable {
  return Readable.from(maskPieces(source), { objectMode: false });
}

async function* maskPieces(source: Readable): AsyncGenerator<Buffer> {
  const scanner = new SecretScanner(findOffThread);
  const mask = (piece: ScannedPiece) => replaceSecrets(piece.bytes, piece.secrets);
  for await (const chunk of source) {
    const piece = await scanner.push(Buffer.from(chunk));
    if (piece) yield mask(piece);
  }
  const last = await scanner.end();
  if (last) yield mask(last);
}
