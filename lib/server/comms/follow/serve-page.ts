import 'server-only';
import { isDatabaseTrouble } from '../../kernel/database-trouble';
import { type Followed, findFollowed } from './find-followed';
import { type FollowAddress, pathOf } from './follow-place';
import { getPage } from './get-page';
import { forgetLastKnown, keepLastKnown, lastKnown } from './last-known';
import { absentAnswer, followHeaders } from './plain-answer';
import { viewLog } from './view-log';

/** `GET /follow/{number}` and `/follow/s/{token}`. */
export async function servePage(address: FollowAddress, url: URL, headers: Headers): Promise<Response> {
  const found = await findOrRecall(address, headers.get('cookie') ?? undefined);
  if (found === 'sign_in') return toSignIn(address);
  if (found === 'absent') return absentAnswer();
  const { followed, readAt } = found;
  // Who asks again every few seconds because the stream is cut is one view, not many.
  const isNew = !headers.has('if-none-match');
  if ('linkId' in followed.by && isNew) viewLog().count(followed.by.linkId);
  const isWhole = url.searchParams.has('all');
  const page = await getPage({ head: followed.head, address, isWhole, readAt });
  const cache = address.by === 'token' ? { 'cache-control': 'private, no-cache' } : {};
  const about = { ...followHeaders, ...cache, etag: page.etag, vary: 'accept-encoding' };
  if (headers.get('if-none-match') === page.etag) return new Response(null, { status: 304, headers: about });
  if (!/\bgzip\b/.test(headers.get('accept-encoding') ?? '')) return new Response(page.plain, { headers: about });
  return new Response(page.gzipped, { headers: { ...about, 'content-encoding': 'gzip' } });
}

/** To the sign-in page, and back here after (rule A6). */
function toSignIn(address: FollowAddress): Response {
  const location = `/sign-in?next=${encodeURIComponent(pathOf(address))}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

interface Found {
  followed: Followed;
  readAt: Date | null;
}

/** As the database says; while it is away, links lead where they led a moment ago, and the page says so. */
async function findOrRecall(address: FollowAddress, cookie: string | undefined): Promise<Found | 'absent' | 'sign_in'> {
  try {
    const followed = await findFollowed(address, cookie);
    if (address.by === 'token') {
      if (typeof followed === 'object') keepLastKnown(address.token, followed);
      else forgetLastKnown(address.token);
    }
    return typeof followed === 'object' ? { followed, readAt: null } : followed;
  } catch (error) {
    const known = address.by === 'token' && isDatabaseTrouble(error) ? lastKnown(address.token) : null;
    if (!known) throw error;
    return { followed: known.followed, readAt: known.at };
  }
}
