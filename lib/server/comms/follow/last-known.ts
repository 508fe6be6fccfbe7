import 'server-only';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import type { Followed } from './find-followed';

const longestMs = 10 * 60_000;
const mostKept = 1_000;

interface Known {
  followed: Followed;
  at: Date;
}

const kept = () => perProcess('last-known-links', () => new Map<string, Known>());

/** Remembers where a link led. */
export function keepLastKnown(token: string, followed: Followed): void {
  const links = kept();
  links.delete(token);
  links.set(token, { followed, at: now() });
  const [oldest] = links.keys();
  if (links.size > mostKept && oldest !== undefined) links.delete(oldest);
}

/** What has to be unlearnt at once: a link that was taken back. */
export function forgetLastKnown(token: string): void {
  kept().delete(token);
}

/** For minutes without the database: where a link led when it was last asked. Nobody can take one back meanwhile. */
export function lastKnown(token: string): Known | null {
  const known = kept().get(token);
  if (!known || !('expiresAt' in known.followed.by)) return null;
  const at = now().getTime();
  return known.followed.by.expiresAt.getTime() > at && known.at.getTime() + longestMs > at ? known : null;
}
