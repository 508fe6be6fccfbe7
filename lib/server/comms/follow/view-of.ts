import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { functionName } from './function-name';
import type { FollowView } from './page/follow-view';
import type { FollowHead, Publication } from './publications';

const minuteMs = 60_000;

/** What every follow page of an incident shares, whoever reads it. */
export function viewOf(
  head: Pick<FollowHead, 'number'>,
  updates: readonly Publication[],
  catalogue: Catalogue,
  at: Date,
): FollowView {
  return {
    ...{ number: head.number, platform: catalogue.platform, updates, at },
    functionName: (id, language) => functionName(catalogue, id, language),
    ...{ firstDueAt: null, live: null, notice: null, isWhole: false },
  };
}

/** By when people are to hear of it at first; null when nothing is promised, and once they have. */
export function firstDueAt(head: FollowHead, { severities }: Pick<Catalogue, 'severities'>): string | null {
  if (head.version > 0) return null;
  const promise = severities.find(({ id }) => id === head.severity)?.updates;
  return promise ? new Date(head.declaredAt.getTime() + promise.firstMinutes * minuteMs).toISOString() : null;
}
