import 'client-only';

// Server time at the last word from it, and our monotonic clock at that moment. A wrong laptop clock does not matter.
let anchor: { serverMs: number; heardAt: number } | null = null;

/** Takes the server's word for what time it is; `iso` is ISO UTC. */
export function setServerTime(iso: string): void {
  const serverMs = Date.parse(iso);
  if (Number.isFinite(serverMs)) anchor = { serverMs, heardAt: performance.now() };
}

/** Epoch milliseconds on the server's clock; the laptop's own while the server has not said. */
export function serverNowMs(): number {
  return anchor ? anchor.serverMs + (performance.now() - anchor.heardAt) : Date.now();
}

/** True once the server has said what time it is. */
export function isServerTimeKnown(): boolean {
  return anchor !== null;
}
