import 'server-only';
import type { BrokenBookmark } from '@/lib/domain/degradation/broken-bookmark';
import { getCatalogue } from '../catalogue/get-catalogue';
import { env } from '../env';
import { log } from '../observability/log';
import { getBookmarkChecks } from './bookmark-checks';

/**
 * The bookmarks that did not answer when they were last asked, in the catalogue's order. None while nobody asks, and
 * none while the database does not answer: a tool that may be broken must not keep anybody from declaring.
 */
export async function listBrokenBookmarks(): Promise<BrokenBookmark[]> {
  if (env().BOOKMARK_CHECKS === 'off') return [];
  const { bookmarks } = getCatalogue();
  const checks = await getBookmarkChecks(bookmarks).catch((error) => {
    const reason = error instanceof Error ? error.message : 'unknown';
    log().warn({ reason }, 'whether bookmarks answer is not known');
    return [];
  });
  return bookmarks.flatMap(({ id, label }) =>
    checks
      .filter(({ bookmarkId, isAlive }) => bookmarkId === id && !isAlive)
      .map(({ url, detail, since }) => ({ id, name: label, url, detail, since })),
  );
}
