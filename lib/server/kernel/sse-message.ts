import 'server-only';

/** One server-sent event as bytes. The data is JSON on one line, so nothing in it can start a line of its own. */
export function sseMessage(event: string, data: unknown, id?: string): Buffer {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return Buffer.from(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** How long a browser waits before it connects again by itself, in milliseconds. */
export function sseRetry(waitMs: number): Buffer {
  return Buffer.from(`retry: ${waitMs}\n\n`);
}
