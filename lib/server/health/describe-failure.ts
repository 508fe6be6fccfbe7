import 'server-only';
import { FetchRefusal } from './fetch-refusal';

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
export function describeFailure(error: unknown): string {
  if (error instanceof FetchRefusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (knownTroubles[code]) return knownTroubles[code];
  if (code.startsWith('HPE_')) return 'the answer is not HTTP';
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT')) return 'the answer cannot be decompressed';
  if (code === 'EPROTO' || code.includes('SSL') || code.includes('TLS') || code.includes('CERT'))
    return `TLS failed (${code})`;
  return code ? `no answer (${code})` : 'no answer';
}
