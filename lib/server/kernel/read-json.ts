import 'server-only';
import { type Problem, problems } from './problem';

const maxBytes = 64 * 1024;

/** A request's JSON body, at most 64 kB; or the problem with it. Stops reading as soon as the body is too large. */
export async function readJson(
  request: Request,
): Promise<{ ok: true; body: unknown } | { ok: false; problem: Problem }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { ok: false, problem: problems.notJson };
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { ok: false, problem: problems.tooLarge };
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) return { ok: false, problem: problems.tooLarge };
      chunks.push(chunk);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, body: JSON.parse(text) };
  } catch {
    // Also when the sender broke off: there is nobody left to be told, and it is no bug of ours.
    return { ok: false, problem: problems.malformedJson };
  }
}
