import 'server-only';
import type { Bookmark } from '@/lib/domain/catalogue/bookmark';
import type { BookmarkCheck } from '@/lib/domain/degradation/drift';
import { env } from '../env';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { log } from '../observability/log';
import { probeBookmark } from './probe-bookmark';

/** Asks every bookmark that has an address, side by side, and keeps the answers; nothing while BOOKMARK_CHECKS is off. */
export async function checkBookmarks(bookmarks: readonly Bookmark[]): Promise<void> {
  if (env().BOOKMARK_CHECKS === 'off') return;
  await Promise.all(
    bookmarks.map(async ({ id, url }) => {
      if (url !== null) await keep(id, url);
    }),
  );
}

async function keep(bookmarkId: string, url: string): Promise<void> {
  const { isAlive, detail, tlsExpiresAt } = await probeBookmark(url);
  const checkedAt = now();
  const before = await database().bookmarkCheck.findUnique({ where: { bookmarkId } });
  const since = before && before.isAlive === isAlive && before.url === url ? before.since : checkedAt;
  if (!isAlive && before?.isAlive !== false) log().warn({ bookmark: bookmarkId, detail }, 'a bookmark does not answer');
  const row = { url, isAlive, detail, tlsExpiresAt, checkedAt, since };
  await database().bookmarkCheck.upsert({ where: { bookmarkId }, create: { bookmarkId, ...row }, update: row });
}

/** The newest answers of the bookmarks that the catalogue still has under the same address. */
export async function getBookmarkChecks(bookmarks: readonly Bookmark[]): Promise<BookmarkCheck[]> {
  const rows = await database().bookmarkCheck.findMany();
  return rows
    .filter((row) => bookmarks.some(({ id, url }) => id === row.bookmarkId && url === row.url))
    .map(({ tlsExpiresAt, checkedAt, since, ...row }) => ({
      ...row,
      tlsExpiresAt: tlsExpiresAt?.toISOString() ?? null,
      checkedAt: checkedAt.toISOString(),
      since: since.toISOString(),
    }));
}
