import 'client-only';
import { serverNowMs } from '../store/server-clock';

/** How this page hears from the server. `lastHeardMs` is epoch milliseconds on the server's clock. */
export interface Link {
  state: 'connecting' | 'live' | 'silent' | 'offline';
  lastHeardMs: number | null;
  newVersion: boolean;
  signedOut: boolean;
}

const silentAfterMs = 8_000;

let link: Link = { state: 'connecting', lastHeardMs: null, newVersion: false, signedOut: false };
// Silence is measured by the monotonic clock: a laptop whose clock jumps has not gone deaf.
let heardAt = 0;
const listeners = new Set<() => void>();

/** Milliseconds since the last word from the server. */
export function silenceMs(): number {
  return performance.now() - heardAt;
}

export function getLink(): Link {
  return link;
}

export function subscribeLink(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something came: the link is live. */
export function heard(): void {
  heardAt = performance.now();
  change({ state: 'live', lastHeardMs: serverNowMs(), signedOut: false });
}

export function noticeNewVersion(): void {
  change({ newVersion: true });
}

export function noticeSignedOut(): void {
  change({ signedOut: true });
}

/** Watches the silence; the returned function ends it. Rule P1: after 8 s without a byte the page says so. */
export function watchSilence(onSilent: () => void): () => void {
  heardAt = performance.now();
  const openedMs = serverNowMs();
  const look = () => {
    if (performance.now() - heardAt <= silentAfterMs) return;
    if (link.state !== 'silent' && link.state !== 'offline') onSilent();
    // A page that never heard anything counts its silence from when it was opened.
    change({ state: navigator.onLine ? 'silent' : 'offline', lastHeardMs: link.lastHeardMs ?? openedMs });
  };
  const timer = setInterval(look, 1_000);
  return () => clearInterval(timer);
}

function change(part: Partial<Link>): void {
  const keys = Object.keys(part) as (keyof Link)[];
  if (keys.every((key) => link[key] === part[key])) return;
  link = { ...link, ...part };
  for (const listener of listeners) listener();
}
