import 'server-only';
import { actorsOf } from '../access/sign-in-store';
import { now } from './clock';
import { hub } from './hub';
import { sseMessage } from './sse-message';

const heartbeatMs = 3_000;
const recheckMs = 10_000;

/** Heartbeats for all, and rule A5: streams of people who may no longer follow, or now by another role, are closed within seconds. */
export function tendStreams(): () => void {
  const heartbeat = setInterval(() => hub().broadcast(sseMessage('ping', { at: now().toISOString() })), heartbeatMs);
  const recheck = setInterval(() => void closeOutdated().catch(() => {}), recheckMs);
  return () => {
    clearInterval(heartbeat);
    clearInterval(recheck);
  };
}

/** A failing database revokes nobody: those who follow go on reading what they have. */
async function closeOutdated(): Promise<void> {
  const followers = hub().followers();
  if (followers.length === 0) return;
  const valid = await actorsOf([...new Set(followers.map((follower) => follower.signInId))]);
  for (const follower of followers) {
    const actor = valid.get(follower.signInId);
    if (actor?.role === follower.role) continue;
    // Another role follows other topics (rule A11): it comes back and gets them.
    if (!actor) follower.send(sseMessage('signed_out', {}));
    follower.close();
  }
}
