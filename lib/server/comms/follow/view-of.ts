import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { env } from '../../env';
import { functionName } from './function-name';
import type { FollowView } from './page/follow-view';
import type { FollowHead, Publication } from './publications';

/** What every follow page of an incident shares, whoever reads it. */
export function viewOf(
  head: FollowHead,
  updates: readonly Publication[],
  catalogue: Catalogue,
  at: Date,
  path = `/follow/${head.number}`,
): FollowView {
  const since = (head.impactStartedAt ?? head.declaredAt).toISOString();
  const isOver = updates[0]?.phase === 'resolved';
  const until = isOver ? (head.endedAt?.toISOString() ?? null) : null;
  return {
    ...{ number: head.number, platform: catalogue.platform, updates, at },
    functionName: (id, language) => functionName(catalogue, id, language),
    ...{ address: env().NEXTAUTH_URL + path, isOverUntold: head.isOverUntold },
    lasting: updates.length > 0 ? { since, until } : null,
    ...{ firstDueAt: null, live: null, notice: null, isWhole: false },
  };
}
