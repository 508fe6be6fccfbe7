import 'server-only';
import type { HealthAnswer } from '@/lib/domain/health/health';
import { FetchRefusal } from './fetch-refusal';
import { decodeText, readLimitedBody } from './read-limited-body';
import { requestOnce } from './request-once';

/** What a target answered, or why there is no answer. */
export type FetchedHealth = { ok: true; answer: HealthAnswer } | { ok: false; reason: string };

const maxRedirects = 3;

/** Asks one address for its health within `deadlineMs` in all, redirects included. Never throws; keeps at most 256 kB. */
export async function fetchHealth(
  url: string,
  headers: Readonly<Record<string, string>>,
  deadlineMs: number,
): Promise<FetchedHealth> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    return await follow(new URL(url), headers, deadline);
  } catch (error) {
    if (deadline.aborted) return { ok: false, reason: `no full answer within ${deadlineMs / 1000} s` };
    return { ok: false, reason: reasonOf(error) };
  }
}

async function follow(
  start: URL,
  given: Readonly<Record<string, string>>,
  deadline: AbortSignal,
): Promise<FetchedHealth> {
  let url = start;
  let headers = given;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await requestOnce(url, headers, deadline);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && location) {
      response.destroy();
      if (!URL.canParse(location, url.href))
        return { ok: false, reason: 'it redirects to something that is not an address' };
      const next = new URL(location, url);
      // A secret header is for the host it was configured for, not for wherever that host points.
      if (next.origin !== url.origin) headers = {};
      url = next;
      continue;
    }
    const contentType = response.headers['content-type'] ?? '';
    const body = decodeText(await readLimitedBody(response, deadline), contentType);
    return { ok: true, answer: { httpStatus: status, contentType, body } };
  }
  return { ok: false, reason: `more than ${maxRedirects} redirects` };
}

const knownTroubles: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection reset',
  ENOTFOUND: 'the name does not resolve',
  EAI_AGAIN: 'the name does not resolve right now',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ETIMEDOUT: 'connection timed out',
  HPE_INVALID_CONSTANT: 'the answer is not HTTP',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another name',
};

/** Our own words for what went wrong; a foreign message never gets further than the code it carries. */
function reasonOf(error: unknown): string {
  if (error instanceof FetchRefusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (knownTroubles[code]) return knownTroubles[code];
  if (code.startsWith('HPE_')) return 'the answer is not HTTP';
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT')) return 'the answer cannot be decompressed';
  if (code === 'EPROTO' || code.includes('SSL') || code.includes('TLS') || code.includes('CERT'))
    return `TLS failed (${code})`;
  return code ? `no answer (${code})` : 'no answer';
}
