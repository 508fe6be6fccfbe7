import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { sessionTokenIn, signInIdFromToken } from '../../access/session-token';
import { actorOf } from '../../access/sign-in-store';
import { findHeldLink } from './find-held-link';
import type { FollowAddress } from './follow-place';
import { type FollowHead, followHeadOf } from './publications';

/** What somebody may follow, and by what right. */
export interface Followed {
  head: FollowHead;
  by: { linkId: string; expiresAt: Date } | { signInId: string; actor: Actor };
}

/** Rules M6 and A7: the incident behind an address, for whoever asks; what they may not see is absent like what never was. */
export async function findFollowed(
  address: FollowAddress,
  cookie: string | undefined,
): Promise<Followed | 'absent' | 'sign_in'> {
  if (address.by === 'token') {
    const link = await findHeldLink(address.token);
    const head = link && (await followHeadOf(link.number));
    return head ? { head, by: link } : 'absent';
  }
  const signInId = await signInIdFromToken(sessionTokenIn(cookie));
  const actor = signInId ? await actorOf(signInId) : undefined;
  if (!signInId || !actor) return 'sign_in';
  const head = await followHeadOf(address.number);
  return head && mayFollow(head, actor) ? { head, by: { signInId, actor } } : 'absent';
}

/** Rule A7: whether the incident exists for this person. */
export function mayFollow({ visibleTo }: Pick<FollowHead, 'visibleTo'>, { id }: Pick<Actor, 'id'>): boolean {
  return visibleTo === null || visibleTo.includes(id);
}
