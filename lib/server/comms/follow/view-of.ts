import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { functionName } from './function-name';
import type { FollowView } from './page/follow-view';
import type { FollowHead, Publication } from './publications';

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
