import 'server-only';
import { actorsOf } from '../access/sign-in-store';
import { now } from './clock';
import { hub } from './hub';
import { sseMessage } from './sse-message';

const heartbeatMs = 3_000;
const recheckMs = 10_000;

/** Heartbeats for all, and rule A5: streams of people who may no longer follow are closed within seconds. */
export function tendStreams(): () => void {
  const heartbeat = setInterval(() => hub().broadcast(sseMessage('ping', { at: now().toISOString() })), heartbeatMs);
  const recheck = setInterval(() => void closeRevoked().catch(() => {}), recheckMs);
  return () => {
    clearInterval(heartbeat);
    clearInterval(recheck);
  };
}

/** A failing database revokes nobody: those who follow go on reading what they have. */
async function closeRevoked(): Promise<void> {
  const followers = hub().followers();
  if (followers.length === 0) return;
  const valid = await actorsOf([...new Set(followers.map((follower) => follower.signInId))]);
  for (const follower of followers) {
    if (valid.has(follower.signInId)) continue;
    follower.send(sseMessage('signed_out', {}));
    follower.close();
  }
}
