import 'server-only';
import { createHash } from 'node:crypto';
import { getCatalogue } from '../../catalogue/get-catalogue';
import { env } from '../../env';
import { atomFeed } from './feed';
import { findFollowed } from './find-followed';
import { type FollowAddress, pathOf } from './follow-place';
import { publicationsOf } from './get-page';
import { absentAnswer, followHeaders } from './plain-answer';

/** `GET /follow/s/{token}/feed.xml`: for readers of feeds, which do not sign in. */
export async function serveFeed(address: FollowAddress, headers: Headers): Promise<Response> {
  const followed = await findFollowed(address, undefined);
  if (typeof followed === 'string') return absentAnswer();
  const { head } = followed;
  const { platform } = getCatalogue();
  const page = env().NEXTAUTH_URL + pathOf(address);
  const updates = await publicationsOf(head);
  const text = atomFeed({ number: head.number, since: head.declaredAt, updates, platform, page });
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const about = { ...followHeaders, 'cache-control': 'private, no-cache', etag };
  if (headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: about });
  return new Response(text, { headers: { ...about, 'content-type': 'application/atom+xml; charset=utf-8' } });
}
