/** One spelling for a health key: `Stream-Server` and `stream_server` are the same service. */
export function serviceKey(raw: string): string {
  return raw.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
}
