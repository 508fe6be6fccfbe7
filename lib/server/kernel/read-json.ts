import 'server-only';
import { type Problem, problems } from './problem';

const maxBytes = 64 * 1024;

/** Bodies that may be larger than all others: up to how many bytes, and which ones. */
export interface LargerBodies {
  maxBytes: number;
  suits: (body: unknown) => boolean;
}

/**
 * A request's JSON body, at most 64 kB unless it is one of those that may be larger; or the problem with it. Stops
 * reading as soon as the body is too large for any.
 */
export async function readJson(
  request: Request,
  larger?: LargerBodies,
): Promise<{ ok: true; body: unknown } | { ok: false; problem: Problem }> {
  const mostBytes = larger?.maxBytes ?? maxBytes;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { ok: false, problem: problems.notJson };
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { ok: false, problem: problems.tooLarge };
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > mostBytes) return { ok: false, problem: problems.tooLarge };
      chunks.push(chunk);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    const body: unknown = JSON.parse(text);
    if (size > maxBytes && !larger?.suits(body)) return { ok: false, problem: problems.tooLarge };
    return { ok: true, body };
  } catch {
    // Also when the sender broke off: there is nobody left to be told, and it is no bug of ours.
    return { ok: false, problem: problems.malformedJson };
  }
}
