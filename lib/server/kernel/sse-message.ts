import 'server-only';

const encoder = new TextEncoder();

/** One server-sent event as bytes. The data is JSON on one line, so nothing in it can start a line of its own. */
export function sseMessage(event: string, data: unknown, id?: string): Uint8Array {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return encoder.encode(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** How long a browser waits before it connects again by itself, in milliseconds. */
export function sseRetry(waitMs: number): Uint8Array {
  return encoder.encode(`retry: ${waitMs}\n\n`);
}
